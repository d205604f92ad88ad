import fastify from "fastify";
import fastifyStatic from "@fastify/static";

const server = fastify();
await server.register(fastifyStatic, { root: process.argv[2], maxAge: 0 });
console.log(await server.listen({ port: 0, host: "127.0.0.1" }));
