import { and, count, desc, eq, inArray } from "drizzle-orm";
import { connection } from "@/db/client";
import { applications, employers, postings, resumes } from "@/db/schema";
import { type Actor, may, type Person } from "@/domain/access";
import { carriedId } from "@/domain/form-field";
import { sha256 } from "@/server/auth";

/** Holder of the link that was mailed for one application. */
type Applicant = Extract<Actor, { kind: "applicant" }>;

/** Who holds this token of a mailed link; undefined for a token that no application has. */
export async function applicantOf(token: string): Promise<Applicant | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const { db } = await connection();
  const [row] = await db
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.tokenHash, sha256(token)));
  return row && { kind: "applicant", applicationId: row.id };
}

/** Where an application stands, for the one who sent it. Throws when it is gone since the link was read. */
export async function applicationStatus({ applicationId }: Applicant) {
  const { db } = await connection();
  const [row] = await db
    .select({
      stage: applications.stage,
      createdAt: applications.createdAt,
      movedAt: applications.movedAt,
      posting: { id: postings.id, title: postings.title, zone: postings.zone },
      employer: employers.name,
      resume: resumes.name,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(employers, eq(employers.id, postings.employerId))
    .leftJoin(resumes, eq(resumes.applicationId, applications.id))
    .where(eq(applications.id, applicationId));
  if (!row) throw new Error(`application ${applicationId} is gone`);
  return row;
}

export const APPLICANTS_A_PAGE = 50;

/** A posting of a person's own employer with a page of its applicants, newest first; undefined for any other posting. A page past the last is the last. */
export async function applicantsOf(person: Person, postingId: string, page: number) {
  if (!carriedId.safeParse(postingId).success) return undefined;
  const { db } = await connection();
  const employerIds = person.seats.map(({ employerId }) => employerId);
  const [posting] = await db
    .select({
      id: postings.id,
      employerId: postings.employerId,
      title: postings.title,
      zone: postings.zone,
    })
    .from(postings)
    .where(and(eq(postings.id, postingId), inArray(postings.employerId, employerIds)));
  if (!posting || !may(person, "application.read", posting)) return undefined;
  const ofPosting = eq(applications.postingId, postingId);
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(applications).where(ofPosting);
  const pages = Math.max(1, Math.ceil(total / APPLICANTS_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = await db
    .select({
      id: applications.id,
      name: applications.name,
      email: applications.email,
      message: applications.message,
      stage: applications.stage,
      createdAt: applications.createdAt,
      movedAt: applications.movedAt,
      version: applications.version,
      resume: { name: resumes.name, bytes: resumes.bytes },
    })
    .from(applications)
    .leftJoin(resumes, eq(resumes.applicationId, applications.id))
    .where(ofPosting)
    .orderBy(desc(applications.createdAt), desc(applications.id))
    .limit(APPLICANTS_A_PAGE)
    .offset((shown - 1) * APPLICANTS_A_PAGE);
  return { posting, applicants: rows, total, page: shown, pages };
}

/** The résumé of an application to a posting of the actor's own employer; undefined for anybody else, and where there is none. */
export async function resumeOf(actor: Actor, applicationId: string) {
  if (actor.kind !== "person" || !carriedId.safeParse(applicationId).success) return undefined;
  const { db } = await connection();
  const [row] = await db
    .select({ resume: resumes, employerId: postings.employerId })
    .from(resumes)
    .innerJoin(applications, eq(applications.id, resumes.applicationId))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .where(eq(resumes.applicationId, applicationId));
  return row && may(actor, "application.read", row) ? row.resume : undefined;
}
