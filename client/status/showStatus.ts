import type { StartPart } from '../part.ts';

export const showStatus: StartPart = () => [];
