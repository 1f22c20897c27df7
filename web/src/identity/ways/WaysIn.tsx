import { FactorSection } from './FactorSection';
import { KeysSection } from './KeysSection';

/** «Вход»: what stands above the list of devices. */
export default function WaysIn() {
  return (
    <>
      <KeysSection />
      <FactorSection />
    </>
  );
}
