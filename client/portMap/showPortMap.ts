import type { StartPart } from '../part.ts';

export const showPortMap: StartPart = () => [];
