import qrcode from 'qrcode-generator';

/** A QR code (ISO/IEC 18004) as an SVG path: one square of side 1 for each dark module. */
export interface QrPath {
  /** Modules on a side, without the quiet zone. */
  readonly side: number;
  readonly path: string;
}

export function qrPath(text: string): QrPath {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const side = code.getModuleCount();
  const rows = Array.from({ length: side }, (_, n) => n);
  const dark = rows.flatMap((row) =>
    rows.filter((column) => code.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`),
  );
  return { side, path: dark.join('') };
}
