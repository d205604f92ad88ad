import { create } from "qrcode";
import { describe, expect, it } from "vitest";
import { qrCodeOf } from "../../functions/site/qr-code.ts";

describe("a QR code", () => {
  it("fills exactly the squares that the standard has dark", () => {
    const address = "https://presse.example/da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/";
    const { modules } = create(address, { errorCorrectionLevel: "L" });
    const { size, path } = qrCodeOf(address);
    expect(size).toBe(modules.size);
    const filled = new Uint8Array(size * size);
    for (const [, column, row, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
      filled.fill(
        1,
        Number(row) * size + Number(column),
        Number(row) * size + Number(column) + Number(length),
      );
    expect([...filled]).toEqual([...modules.data].map(Number));
    expect(path.replaceAll(/M\d+ \d+h\d+/g, "")).toBe("");
  });
});
