const sharp = "sharp-0.35.5";

/**
 * Names everything that decides the bytes made from an original: our own steps and the version of sharp. It is part of
 * each photo's address, so changing it makes all photos anew. A test holds it against the sharp that is installed.
 */
export const recipeVersion = `6 ${sharp}`;

/** The same for drawn pictures: how they are laid out, their letters, and the sharp that makes pixels of them. */
export const pictureRecipe = `1 ${sharp}`;

/** Pixels of a drawn picture: what previews of links are cut to. */
export const socialSize = { width: 1200, height: 630 } as const;
