import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const releases = defineCollection({
  loader: glob({ pattern: "**/*.md", base: "./releases", generateId: ({ entry }) => entry }),
  schema: z.looseObject({
    id: z.string(),
    title: z.string(),
    lead: z.string(),
    date: z.coerce.date(),
    locale: z.string(),
    month: z.string(),
    path: z.string(),
    programme: z.string().optional(),
    case: z.string().optional(),
    contacts: z.array(z.string()).optional(),
    photos: z.array(z.string()).optional(),
  }),
});
export const collections = { releases };
