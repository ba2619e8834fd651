import { Mark } from "@/components/ui/mark";
import { dollars } from "@/domain/amount";
import { ownPayScales, ownPaySentence } from "@/domain/own-pay";
import type { PicturedRole } from "@/domain/pictured-role";
import { type PriceLevel, payAfterPrices } from "@/domain/price-level";
import { PayForm } from "./pay-form";

type Props = {
  roles: readonly PicturedRole[];
  /** The reader's own pay in dollars a year, as it was typed; null where none was. */
  ownPay: number | null;
  /** Where the page shows pay after prices. */
  priceLevel: PriceLevel | undefined;
  /** The name of the page's area. */
  place: string;
  form: Parameters<typeof PayForm>[0];
};

/** Asks for a reader's own pay, and says where it would stand in each career. With scripts that is said while it is typed. */
export function OwnPay({ roles, ownPay, priceLevel, place, form }: Props) {
  const pay = ownPay === null ? undefined : payAfterPrices(ownPay, priceLevel);
  return (
    <own-pay
      of={ownPayScales(roles.map(({ profile }) => profile))}
      prices={priceLevel && `${priceLevel.level} ${place}`}
    >
      <PayForm {...form} />
      {priceLevel && ownPay !== null && pay !== undefined && (
        <p>
          Your {dollars(ownPay)} a year in {place} buys what {dollars(pay)} buys at the average prices of the
          nation.
        </p>
      )}
      {pay !== undefined && (
        <ul className="own-pay-words">
          {roles.map(({ profile, tone }) => (
            <li key={profile.role.slug}>
              {tone !== "n" && <Mark index={tone} />} {ownPaySentence(profile, pay)}
            </li>
          ))}
        </ul>
      )}
    </own-pay>
  );
}
