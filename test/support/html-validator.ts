import { HtmlValidate } from "html-validate";

/** Whether a page is right HTML, by rules that are not ours. */
export const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": "off", // HTML is not told apart by letters
    "void-style": ["error", { style: "omit" }],
    "no-inline-style": "error",
    "require-sri": "off", // the style comes from the same place as the page
    "no-raw-characters": "off", // "&" of an address in an attribute is escaped; ">" in text is not asked of us
    "tel-non-breaking": "off", // numbers are kept together by the style
    "long-title": "off", // an author's headline is as long as it is
    "wcag/h30": "error",
    "prefer-native-element": "off",
    "no-implicit-button-type": "off",
  },
});
