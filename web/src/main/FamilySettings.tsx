import { useMe } from '../identity/session';
import FamilyPage from '../organisations/invites/FamilyPage';
import ChildConsentCard from '../personal_data/ChildConsentCard';
import ChildSafetyCard from '../safety/family/ChildSafetyCard';

/** «Семья»: who belongs to it, and for each child what guardians see, set and consent to. */
export default function FamilySettings() {
  const me = useMe();
  const about = (child: number) => (
    <>
      <ChildSafetyCard childId={child} />
      {child !== me.id && <ChildConsentCard childId={child} />}
    </>
  );
  return <FamilyPage about={about} />;
}
