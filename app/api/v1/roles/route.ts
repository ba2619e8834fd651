import { answer } from "@/server/answer/json";
import { allRoles } from "@/server/role/queries";

/** `GET /api/v1/roles`: every role by slug. */
export async function GET(): Promise<Response> {
  const roles = await allRoles();
  return answer({
    roles: roles.map(({ slug, singular, plural, article, kind, soc }) => ({
      slug,
      singular,
      plural,
      article,
      kind,
      soc,
    })),
  });
}
