import { type PayPlace, payPlaceSentence } from "@/domain/pay-percentile";

type Props = { occupation: string; area: string; places: PayPlace[] };

/** How the pay of a posting stands among what its occupation is paid, with the source. For the employer, while it writes. */
export function PayStanding({ occupation, area, places }: Props) {
  const [{ source } = { source: undefined }] = places;
  return (
    <section className="part" aria-labelledby="standing">
      <h2 id="standing">How this pay stands</h2>
      <ul className="dots">
        {places.map((place) => (
          <li key={place.offer}>{payPlaceSentence(place)}</li>
        ))}
      </ul>
      <p className="small mt-2">
        Pay of {occupation}, {area}.{" "}
        {source && (
          <>
            Source: {source.url ? <a href={source.url}>{source.name}</a> : source.name}, {source.release}.
          </>
        )}
      </p>
    </section>
  );
}
