/** What `new S3Client({})` would find in the environment of a command. */
export function clientOptions(environment: Readonly<Record<string, string>>, endpointName: string) {
  return {
    endpoint: environment[endpointName] ?? "",
    region: environment["AWS_REGION"] ?? "",
    credentials: {
      accessKeyId: environment["AWS_ACCESS_KEY_ID"] ?? "",
      secretAccessKey: environment["AWS_SECRET_ACCESS_KEY"] ?? "",
    },
  };
}
