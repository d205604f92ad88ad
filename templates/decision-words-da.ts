/** What a body does with a matter, and what came of it: apart from the other words, for programs that need no more of them. */
export const parts = {
  approval: "godkendende",
  recommendation: "indstillende",
  decision: "besluttende",
  hearing: "hørende",
  debate: "drøftende",
} as const;

export const outcomes = {
  approved: "Godkendt",
  recommended: "Indstillet",
  adopted: "Vedtaget",
  amended: "Vedtaget med ændringer",
  rejected: "Afvist",
  postponed: "Udsat",
  noted: "Taget til efterretning",
} as const;
