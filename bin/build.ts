import { buildIfNeeded } from "@/front/build";

console.log((await buildIfNeeded()) ? "Site built" : "Site is built already");
