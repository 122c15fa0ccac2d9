import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { reasonOf } from './reason.ts';

/** A text as the core reads it, and what is needed to write it back as it was. */
export interface TextFile {
  /** Without the byte order mark, as editors and their columns have it. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly mark: boolean;
  /** Bytes that are no text were replaced: writing it back would lose them. */
  readonly damaged: boolean;
}

export type Encoding = 'utf8' | 'utf16le' | 'utf16be';

/** A text, or why there is none. */
export type ReadText = TextFile | { readonly reason: string };

/** No configuration is larger; a file that is would only be somebody's data. In bytes. */
export const LARGEST_FILE: number = 10 * 1024 * 1024;

/** Files are read into one buffer, as nearly all fit: a scan opens thousands. */
export interface TextReader {
  /** A file that is known to be regular: a pipe would wait for ever. */
  readFile(path: string): ReadText;
  /** Anything that a path may name. */
  readPath(path: string): ReadText;
}

export function createTextReader(): TextReader {
  const buffer = Buffer.allocUnsafeSlow(256 * 1024);
  const readFile = (path: string): ReadText => {
    let file: number | undefined;
    try {
      file = openSync(path, 'r');
      const size = readSync(file, buffer, 0, buffer.length, null);
      return size < buffer.length ? decode(buffer, size) : readLarge(file, buffer);
    } catch (error) {
      return { reason: reasonOf(error) };
    } finally {
      if (file !== undefined) closeSync(file);
    }
  };
  return {
    readFile,
    readPath(path) {
      try {
        const stats = statSync(path);
        if (stats.isDirectory()) return { reason: 'is a folder' };
        if (!stats.isFile()) return { reason: 'not a regular file' };
      } catch (error) {
        return { reason: reasonOf(error) };
      }
      return readFile(path);
    },
  };
}

/** The bytes of standard input, decoded like a file. */
export function readBytes(bytes: Uint8Array): ReadText {
  if (bytes.length > LARGEST_FILE) return { reason: TOO_LARGE };
  return decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), bytes.length);
}

/** The bytes of the file that this was read from, with another text. */
export function encode(file: TextFile, text: string): Uint8Array {
  const whole = file.mark ? `\uFEFF${text}` : text;
  if (file.encoding === 'utf8') return Buffer.from(whole, 'utf8');
  const bytes = Buffer.from(whole, 'utf16le');
  return file.encoding === 'utf16be' ? bytes.swap16() : bytes;
}

const TOO_LARGE = `larger than ${LARGEST_FILE / 1024 / 1024} MB`;

function readLarge(file: number, beginning: Buffer): ReadText {
  const { size } = fstatSync(file);
  if (size > LARGEST_FILE) return { reason: TOO_LARGE };
  const bytes = Buffer.allocUnsafeSlow(Math.max(size, beginning.length) + 1);
  beginning.copy(bytes);
  let end = beginning.length;
  // Some files of the kernel tell no size, and a file may grow while it is read.
  for (let got = 1; got > 0 && end < bytes.length; end += got)
    got = readSync(file, bytes, end, bytes.length - end, null);
  return decode(bytes, end);
}

function decode(bytes: Buffer, size: number): ReadText {
  const [first, second, third] = bytes;
  if (size >= 2 && first === 0xff && second === 0xfe) return decode16(bytes.subarray(2, size), 'utf16le');
  if (size >= 2 && first === 0xfe && second === 0xff) return decode16(bytes.subarray(2, size), 'utf16be');
  if (bytes.subarray(0, Math.min(size, BINARY_WITHIN)).includes(0)) return { reason: 'binary' };
  const mark = size >= 3 && first === 0xef && second === 0xbb && third === 0xbf;
  const start = mark ? 3 : 0;
  const text = bytes.toString('utf8', start, size);
  // The character may also stand there by right.
  const damaged = text.includes('\uFFFD') && !isUtf8(bytes.subarray(start, size));
  if (damaged && share(text) > READABLE_LOSS) return { reason: 'not UTF-8 text' };
  return { text, encoding: 'utf8', mark, damaged };
}

function decode16(bytes: Buffer, encoding: 'utf16le' | 'utf16be'): ReadText {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const text = (encoding === 'utf16be' ? even.swap16() : even).toString('utf16le');
  // UTF-32 begins with the same two bytes.
  if (text.slice(0, BINARY_WITHIN).includes('\0')) return { reason: 'binary' };
  return { text, encoding, mark: true, damaged: even.length !== bytes.length };
}

/** A zero byte is looked for in as many bytes as git does. */
const BINARY_WITHIN = 8000;

/** A Latin-1 comment loses a few characters; a text in another alphabet most of them. */
const READABLE_LOSS = 0.1;

/** The part of the beginning that could not be read, 0 to 1. */
function share(text: string): number {
  const beginning = text.slice(0, 4096);
  return (beginning.split('\uFFFD').length - 1) / Math.max(1, beginning.length);
}
