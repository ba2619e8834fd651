export * from "./schema/area";
export * from "./schema/figure";
export * from "./schema/occupation";
export * from "./schema/release";
export * from "./schema/role";
export * from "./schema/wage";
