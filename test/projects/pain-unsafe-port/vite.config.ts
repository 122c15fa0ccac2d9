import { defineConfig } from 'vite';

export default defineConfig({ server: { port: 6697 }, preview: { port: 6698 } });
