export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A point of a picture: parts of its width and height, 0 to 1. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

/** The largest part of the picture that has the wanted shape, with the focus as near its middle as the edges allow. */
export function cropAround(focus: Focus, picture: Size, shape: Size): Size & { left: number; top: number } {
  const scale = Math.min(picture.width / shape.width, picture.height / shape.height);
  const width = Math.max(1, Math.min(picture.width, Math.round(shape.width * scale)));
  const height = Math.max(1, Math.min(picture.height, Math.round(shape.height * scale)));
  const within = (middle: number, size: number, whole: number) =>
    Math.round(Math.min(Math.max(middle * whole - size / 2, 0), whole - size));
  return {
    left: within(focus.x, width, picture.width),
    top: within(focus.y, height, picture.height),
    width,
    height,
  };
}
