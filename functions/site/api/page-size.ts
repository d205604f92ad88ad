/** Items that a list gives at a time: where nothing is said, and at the most. A summary is some 800 bytes. */
export const pageSize = { usual: 20, most: 100 } as const;
