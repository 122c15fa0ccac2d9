import type { StartPart } from '../part.ts';

export const offerFreePorts: StartPart = () => [];
