/** What a synthesised template holds, as far as it is read here. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: Json };
  readonly DependsOn?: Json;
}

/** A CloudFormation template. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: Json }>>;
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: Json }>>;
}
