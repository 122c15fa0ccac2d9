import type { StartPart } from '../part.ts';

export const showListening: StartPart = () => [];
