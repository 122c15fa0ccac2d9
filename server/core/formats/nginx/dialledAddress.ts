import type { Reader } from '../tree/place.ts';
import { hostPort } from '../values/hostPort.ts';
import { refusing } from '../values/refusing.ts';

/** What is dialled has one port. https://nginx.org/en/docs/http/ngx_http_upstream_module.html#server */
export function dialledAddress(): Reader {
  return refusing(hostPort('connect'), 'nginx', text => {
    const [, before = '', range = ''] = RANGE.exec(text) ?? [];
    return range === '' ? [] : [{ message: 'range', from: before.length, to: before.length + range.length }];
  });
}

const RANGE = /^((?:\w{2,9}:\/\/)?(?:[\w.-]{1,255}|\[[\da-f:]{2,40}\]):)(\d{1,5}-\d{1,5})(?:\/|$)/i;
