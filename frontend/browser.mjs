// node browser.mjs DIR: unpacks the Chromium that npm brings (x86-64 Linux) with its libraries and fonts into DIR, once,
// and prints its path. Start it with LD_LIBRARY_PATH=DIR/lib and FONTCONFIG_FILE=DIR/fonts.conf. Needs no root and no apt.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const target = resolve(process.argv[2]);
const packed = new URL('./node_modules/@sparticuz/chromium/bin/', import.meta.url);
const read = (name) => brotliDecompressSync(readFileSync(new URL(name, packed)));
const fonts = (dir) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${dir}/fonts</dir><cachedir>${dir}/cache</cachedir></fontconfig>
`;

if (!existsSync(target)) {
  const dir = `${target}.${process.pid}`; // renamed when it is whole: an interrupted unpacking leaves nothing half done
  mkdirSync(dir, { recursive: true });
  for (const name of ['al2023', 'swiftshader', 'fonts']) execFileSync('tar', ['x', '-C', dir], { input: read(`${name}.tar.br`) });
  writeFileSync(`${dir}/fonts.conf`, fonts(target));
  writeFileSync(`${dir}/chromium`, read('chromium.br'), { mode: 0o755 });
  if (existsSync(target)) rmSync(dir, { recursive: true });
  else renameSync(dir, target);
}
console.log(`${target}/chromium`);
