import FamilyPage from '../../organisations/invites/FamilyPage';
import ChildSafetyCard from './ChildSafetyCard';

/** «Семья»: who belongs to it, and for each child what guardians see and set. */
export default function OwnFamilyPage() {
  return <FamilyPage about={(child) => <ChildSafetyCard childId={child} />} />;
}
