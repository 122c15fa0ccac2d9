import {
  PORT_MAP,
  PORT_MAP_CHANGED,
  PORT_MAP_TEXT,
  type PortMapParams,
  type PortMapResult,
  type PortMapTextParams,
  type PortMapTextResult,
} from '../../protocol.ts';
import { within } from '../after.ts';
import type { Feature } from './feature.ts';
import { levelOf } from './map/mapLevel.ts';
import { createMapMaker } from './map/mapMaker.ts';

export const portMap: Feature = {
  serve(context) {
    const { connection, after } = context;
    let asked = false;
    const changed = (): void => {
      if (!asked) return;
      asked = false;
      void connection.sendNotification(PORT_MAP_CHANGED);
    };
    const maker = createMapMaker(context);
    connection.onRequest(PORT_MAP, async (params: PortMapParams): Promise<PortMapResult> => {
      asked = true;
      let made = await maker.first();
      // That nothing was read yet does not mean that there is nothing.
      while (made.map.ports.length === 0 && !context.isScanned()) {
        await within(after, LONGEST_WAIT, context.scanned);
        made = await maker.first();
      }
      let isWhole = false;
      const whole = maker.whole().then(found => {
        made = found;
        isWhole = true;
      });
      await within(after, LONGEST_WAIT, whole);
      // Where the rules take longer, what they find is shown when they are done.
      if (!isWhole) void whole.then(changed);
      return levelOf(context, made, params);
    });
    connection.onRequest(PORT_MAP_TEXT, async ({ format }: PortMapTextParams): Promise<PortMapTextResult> => {
      return { text: (await maker.whole()).text(format) };
    });
    context.onChanged(changed);
    context.onSettings(changed);
  },
};

/** In milliseconds: a map without its findings, or of a part of the files, is better than none. */
const LONGEST_WAIT = 500;
