/** The part of the package that draws nothing and opens no file; its own types are only for the whole. */
declare module "qrcode/lib/core/qrcode.js" {
  export { create } from "qrcode";
}
