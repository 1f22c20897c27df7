-- What the migrations make; written by `parta schema`, compared by `make check`. Do not edit.

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END $$;

CREATE FUNCTION public.search_keys(words tsvector, period integer) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (replace((' '::text || (strip(words))::text), ' '''::text, ((' '''::text || (period)::text) || '~'::text)))::tsvector;

CREATE FUNCTION public.search_text(said text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(CASE WHEN (octet_length(said) > 2000) THEN regexp_replace(said, '(\S{64})'::text, '\1 '::text, 'g'::text) WHEN (said IS NFC NORMALIZED) THEN said ELSE NORMALIZE(said, NFC) END, '_@/.-+<>&~:''\'::text, repeat(' '::text, 13));

CREATE TEXT SEARCH DICTIONARY public.search_english (
    TEMPLATE = pg_catalog.snowball,
    language = 'english' );

CREATE TEXT SEARCH DICTIONARY public.search_russian (
    TEMPLATE = pg_catalog.snowball,
    language = 'russian' );

CREATE TEXT SEARCH CONFIGURATION public.search_words (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.search_words
    ADD MAPPING FOR asciiword WITH public.search_english;

ALTER TEXT SEARCH CONFIGURATION public.search_words
    ADD MAPPING FOR word WITH public.unaccent, public.search_russian;

ALTER TEXT SEARCH CONFIGURATION public.search_words
    ADD MAPPING FOR numword WITH public.unaccent, public.search_russian;

ALTER TEXT SEARCH CONFIGURATION public.search_words
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.search_words
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.search_words
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.search_words
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.search_words
    ADD MAPPING FOR uint WITH simple;

CREATE TABLE public.accompanied_chats (
    conversation_id bigint NOT NULL,
    teacher_id bigint NOT NULL,
    pupil_id bigint NOT NULL
);

CREATE TABLE public.acquaintances (
    person_id bigint NOT NULL,
    other_id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT acquaintances_check CHECK ((person_id <> other_id))
);

CREATE TABLE public.alert_staff (
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL
);

CREATE TABLE public.application_steps (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    state text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    done_by bigint NOT NULL,
    done_at timestamp with time zone NOT NULL,
    CONSTRAINT application_steps_reason_check CHECK ((length(reason) <= 1000))
);

ALTER TABLE public.application_steps ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.application_steps_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.applications (
    id bigint NOT NULL,
    applicant_id bigint NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    type text DEFAULT 'school'::text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    short_name text DEFAULT ''::text NOT NULL,
    territory_id bigint,
    settlement text DEFAULT ''::text NOT NULL,
    inn text DEFAULT ''::text NOT NULL,
    kpp text DEFAULT ''::text NOT NULL,
    ogrn text DEFAULT ''::text NOT NULL,
    family_name text DEFAULT ''::text NOT NULL,
    given_name text DEFAULT ''::text NOT NULL,
    patronymic text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    proven_phone text,
    proven_email text,
    file_id bigint,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    due_at timestamp with time zone,
    decided_at timestamp with time zone,
    organisation_id bigint,
    CONSTRAINT applications_email_check CHECK ((length(email) <= 254)),
    CONSTRAINT applications_family_name_check CHECK ((length(family_name) <= 60)),
    CONSTRAINT applications_given_name_check CHECK ((length(given_name) <= 60)),
    CONSTRAINT applications_inn_check CHECK ((length(inn) <= 30)),
    CONSTRAINT applications_kpp_check CHECK ((length(kpp) <= 30)),
    CONSTRAINT applications_name_check CHECK ((length(name) <= 300)),
    CONSTRAINT applications_ogrn_check CHECK ((length(ogrn) <= 30)),
    CONSTRAINT applications_patronymic_check CHECK ((length(patronymic) <= 60)),
    CONSTRAINT applications_phone_check CHECK ((length(phone) <= 254)),
    CONSTRAINT applications_settlement_check CHECK ((length(settlement) <= 200)),
    CONSTRAINT applications_short_name_check CHECK ((length(short_name) <= 100)),
    CONSTRAINT applications_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text]))),
    CONSTRAINT applications_type_check CHECK ((type = ANY (ARRAY['school'::text, 'vocational'::text, 'additional'::text])))
);

ALTER TABLE public.applications ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.applications_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.asking_reminders (
    id bigint NOT NULL,
    message_id bigint NOT NULL,
    asked_by bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    reminded integer DEFAULT 0 NOT NULL,
    finished_at timestamp with time zone
);

ALTER TABLE public.asking_reminders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.asking_reminders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_log (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor_id bigint,
    action text NOT NULL,
    subject text NOT NULL,
    organisation_id bigint,
    details jsonb DEFAULT '{}'::jsonb NOT NULL
);

ALTER TABLE public.audit_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_seals (
    last_id bigint NOT NULL,
    entries bigint NOT NULL,
    hash bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL
);

CREATE TABLE public.awaited_contacts (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    CONSTRAINT awaited_contacts_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'email'::text])))
);

ALTER TABLE public.awaited_contacts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.awaited_contacts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.birth_dates (
    person_id bigint NOT NULL,
    born_on date NOT NULL,
    told_by bigint NOT NULL
);

CREATE TABLE public.chat_policies (
    organisation_id bigint NOT NULL,
    links_for_others boolean DEFAULT false NOT NULL
);

CREATE TABLE public.classes (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    grade text DEFAULT ''::text NOT NULL,
    subject text DEFAULT ''::text NOT NULL,
    school_year_id bigint,
    closed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    went_up_at timestamp with time zone,
    CONSTRAINT classes_kind_check CHECK ((kind = ANY (ARRAY['homeroom'::text, 'subject'::text, 'club'::text, 'section'::text, 'interest'::text, 'community'::text])))
);

ALTER TABLE public.classes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.classes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.enrollments (
    class_id bigint NOT NULL,
    person_id bigint NOT NULL,
    role text NOT NULL,
    class_teacher boolean DEFAULT false NOT NULL,
    ended_at timestamp with time zone,
    source text DEFAULT 'roster'::text NOT NULL,
    sourced_id text DEFAULT ''::text NOT NULL,
    guest_of bigint,
    CONSTRAINT enrollments_role_check CHECK ((role = ANY (ARRAY['pupil'::text, 'teacher'::text, 'member'::text]))),
    CONSTRAINT enrollments_source_check CHECK ((source = ANY (ARRAY['roster'::text, 'manual'::text])))
);

CREATE TABLE public.organisations (
    id bigint NOT NULL,
    type text NOT NULL,
    name text NOT NULL,
    short_name text DEFAULT ''::text NOT NULL,
    parent_id bigint,
    time_zone text DEFAULT 'Europe/Moscow'::text NOT NULL,
    closed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    inn text DEFAULT ''::text NOT NULL,
    kpp text DEFAULT ''::text NOT NULL,
    ogrn text DEFAULT ''::text NOT NULL,
    settlement text DEFAULT ''::text NOT NULL,
    guide_url text DEFAULT ''::text NOT NULL,
    last_grade smallint DEFAULT 11 NOT NULL,
    CONSTRAINT organisations_guide_url_check CHECK ((length(guide_url) <= 500)),
    CONSTRAINT organisations_inn_check CHECK ((length(inn) <= 12)),
    CONSTRAINT organisations_kpp_check CHECK ((length(kpp) <= 9)),
    CONSTRAINT organisations_last_grade_check CHECK (((last_grade >= 1) AND (last_grade <= 12))),
    CONSTRAINT organisations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300))),
    CONSTRAINT organisations_ogrn_check CHECK ((length(ogrn) <= 15)),
    CONSTRAINT organisations_settlement_check CHECK ((length(settlement) <= 200)),
    CONSTRAINT organisations_short_name_check CHECK ((length(short_name) <= 100)),
    CONSTRAINT organisations_type_check CHECK ((type = ANY (ARRAY['school'::text, 'vocational'::text, 'additional'::text, 'district'::text, 'region'::text, 'country'::text])))
);

CREATE VIEW public.current_enrollments AS
 SELECT e.class_id,
    e.person_id,
    e.role,
    e.class_teacher,
    c.organisation_id,
    c.kind,
    c.title,
    c.grade,
    c.subject,
    e.guest_of
   FROM ((public.enrollments e
     JOIN public.classes c ON ((c.id = e.class_id)))
     JOIN public.organisations o ON ((o.id = c.organisation_id)))
  WHERE ((e.ended_at IS NULL) AND (c.closed_at IS NULL) AND (o.closed_at IS NULL));

CREATE VIEW public.classmates AS
 SELECT a.person_id AS pupil_id,
    b.person_id AS classmate_id,
    a.class_id,
    a.kind,
    a.organisation_id
   FROM (public.current_enrollments a
     JOIN public.current_enrollments b ON (((b.class_id = a.class_id) AND (b.role = 'pupil'::text) AND (b.person_id <> a.person_id))))
  WHERE (a.role = 'pupil'::text);

CREATE TABLE public.community_guests (
    id bigint NOT NULL,
    class_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    state text NOT NULL,
    invited_by bigint NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone,
    CONSTRAINT community_guests_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text, 'left'::text])))
);

ALTER TABLE public.community_guests ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.community_guests_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.confirmation_requests (
    message_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    author_id bigint NOT NULL,
    asked_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

CREATE TABLE public.confirmations (
    message_id bigint NOT NULL,
    person_id bigint NOT NULL,
    confirmed_at timestamp with time zone NOT NULL
);

CREATE TABLE public.consent_papers (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    what text NOT NULL,
    document text NOT NULL,
    signed_by text NOT NULL,
    signed_on date NOT NULL,
    remark text DEFAULT ''::text NOT NULL,
    noted_by bigint NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    CONSTRAINT consent_papers_document_check CHECK ((document = ANY (ARRAY['form'::text, 'statement'::text, 'letter'::text, 'other'::text]))),
    CONSTRAINT consent_papers_remark_check CHECK ((length(remark) <= 500)),
    CONSTRAINT consent_papers_signed_by_check CHECK (((length(signed_by) >= 1) AND (length(signed_by) <= 200))),
    CONSTRAINT consent_papers_what_check CHECK ((what = ANY (ARRAY['consent'::text, 'withdrawal'::text])))
);

ALTER TABLE public.consent_papers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.consent_papers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.consents (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    document text NOT NULL,
    version text NOT NULL,
    given_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT consents_document_check CHECK ((document = ANY (ARRAY['agreement'::text, 'privacy'::text])))
);

ALTER TABLE public.consents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.consents_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contact_moves (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    old_kind text NOT NULL,
    old_value text NOT NULL,
    new_kind text NOT NULL,
    new_value text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    keeps_sessions boolean DEFAULT false NOT NULL,
    started_by bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    help_asked_at timestamp with time zone,
    new_proven_at timestamp with time zone,
    old_confirmed_at timestamp with time zone,
    confirmed_by bigint,
    done_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    cancelled_by bigint,
    CONSTRAINT contact_moves_new_kind_check CHECK ((new_kind = ANY (ARRAY['phone'::text, 'email'::text]))),
    CONSTRAINT contact_moves_new_value_check CHECK (((length(new_value) >= 3) AND (length(new_value) <= 254))),
    CONSTRAINT contact_moves_old_kind_check CHECK ((old_kind = ANY (ARRAY['phone'::text, 'email'::text]))),
    CONSTRAINT contact_moves_reason_check CHECK ((length(reason) <= 300))
);

ALTER TABLE public.contact_moves ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.contact_moves_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contact_policies (
    organisation_id bigint NOT NULL,
    pupil_staff text DEFAULT 'allowed'::text NOT NULL,
    pupils text DEFAULT 'request'::text NOT NULL,
    pupil_groups text DEFAULT 'yes'::text NOT NULL,
    parents text DEFAULT 'request'::text NOT NULL,
    changed_by bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT contact_policies_parents_check CHECK ((parents = ANY (ARRAY['request'::text, 'open'::text, 'off'::text]))),
    CONSTRAINT contact_policies_pupil_groups_check CHECK ((pupil_groups = ANY (ARRAY['yes'::text, 'with_teacher'::text, 'no'::text]))),
    CONSTRAINT contact_policies_pupil_staff_check CHECK ((pupil_staff = ANY (ARRAY['allowed'::text, 'second_adult'::text, 'off'::text]))),
    CONSTRAINT contact_policies_pupils_check CHECK ((pupils = ANY (ARRAY['request'::text, 'class'::text, 'off'::text])))
);

CREATE TABLE public.contacts (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    proven_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT contacts_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'email'::text]))),
    CONSTRAINT contacts_value_check CHECK (((length(value) >= 3) AND (length(value) <= 254)))
);

ALTER TABLE public.contacts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.contacts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.conversations (
    id bigint NOT NULL,
    kind text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    organisation_id bigint,
    automatic text,
    class_id bigint,
    parents_only boolean DEFAULT false NOT NULL,
    pair_low bigint,
    pair_high bigint,
    request_by bigint,
    request_state text,
    created_by bigint,
    last_number bigint DEFAULT 0 NOT NULL,
    last_message_at timestamp with time zone DEFAULT now() NOT NULL,
    members_count integer DEFAULT 0 NOT NULL,
    closed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    plain boolean DEFAULT true NOT NULL,
    pins_count integer DEFAULT 0 NOT NULL,
    all_mentioned_number bigint DEFAULT 0 NOT NULL,
    teachers_mentioned_number bigint DEFAULT 0 NOT NULL,
    who_writes text DEFAULT 'all'::text NOT NULL,
    who_invites text DEFAULT 'administrators'::text NOT NULL,
    who_pins text DEFAULT 'administrators'::text NOT NULL,
    who_calls text DEFAULT 'all'::text NOT NULL,
    who_mentions_all text DEFAULT 'administrators'::text NOT NULL,
    forwarding_forbidden boolean DEFAULT false NOT NULL,
    members_hidden boolean DEFAULT false NOT NULL,
    slow_mode integer DEFAULT 0 NOT NULL,
    approval boolean DEFAULT false NOT NULL,
    silent_until timestamp with time zone,
    silence_reason text DEFAULT ''::text NOT NULL,
    lifetime integer,
    held_by_rules boolean DEFAULT false NOT NULL,
    CONSTRAINT conversations_automatic_check CHECK ((automatic = ANY (ARRAY['teachers'::text, 'class'::text, 'class_parents'::text, 'parents_only'::text, 'subject'::text]))),
    CONSTRAINT conversations_check CHECK (((kind = 'direct'::text) = ((pair_low IS NOT NULL) AND (pair_high IS NOT NULL) AND (pair_low < pair_high)))),
    CONSTRAINT conversations_kind_check CHECK ((kind = ANY (ARRAY['direct'::text, 'group'::text, 'favourites'::text]))),
    CONSTRAINT conversations_lifetime_check CHECK (((lifetime >= 60) AND (lifetime <= 2678400))),
    CONSTRAINT conversations_request_state_check CHECK ((request_state = ANY (ARRAY['waiting'::text, 'declined'::text]))),
    CONSTRAINT conversations_silence_reason_check CHECK ((length(silence_reason) <= 300)),
    CONSTRAINT conversations_slow_mode_check CHECK ((slow_mode = ANY (ARRAY[0, 10, 30, 60, 300, 900, 3600]))),
    CONSTRAINT conversations_who_calls_check CHECK ((who_calls = ANY (ARRAY['all'::text, 'administrators'::text, 'owner'::text]))),
    CONSTRAINT conversations_who_invites_check CHECK ((who_invites = ANY (ARRAY['all'::text, 'administrators'::text, 'owner'::text]))),
    CONSTRAINT conversations_who_mentions_all_check CHECK ((who_mentions_all = ANY (ARRAY['all'::text, 'administrators'::text, 'owner'::text]))),
    CONSTRAINT conversations_who_pins_check CHECK ((who_pins = ANY (ARRAY['all'::text, 'administrators'::text, 'owner'::text]))),
    CONSTRAINT conversations_who_writes_check CHECK ((who_writes = ANY (ARRAY['all'::text, 'administrators'::text])))
)
WITH (fillfactor='70');

ALTER TABLE public.conversations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.conversations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.crisis_alerts (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    author_id bigint NOT NULL,
    chat_kind text NOT NULL,
    sentence text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    more integer DEFAULT 0 NOT NULL,
    last_sentence text DEFAULT ''::text NOT NULL,
    last_said_at timestamp with time zone NOT NULL,
    state text DEFAULT 'new'::text NOT NULL,
    taken_by bigint,
    taken_at timestamp with time zone,
    closed_by bigint,
    closed_at timestamp with time zone,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT crisis_alerts_chat_kind_check CHECK ((chat_kind = ANY (ARRAY['direct'::text, 'group'::text]))),
    CONSTRAINT crisis_alerts_check CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
    CONSTRAINT crisis_alerts_note_check CHECK ((length(note) <= 2000)),
    CONSTRAINT crisis_alerts_state_check CHECK ((state = ANY (ARRAY['new'::text, 'taken'::text, 'closed'::text])))
);

ALTER TABLE public.crisis_alerts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.crisis_alerts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.guardianships (
    guardian_id bigint NOT NULL,
    child_id bigint NOT NULL,
    relation text DEFAULT 'parent'::text NOT NULL,
    source text NOT NULL,
    roster_source_id bigint,
    ended_at timestamp with time zone,
    ended_by bigint,
    CONSTRAINT guardianships_check CHECK ((guardian_id <> child_id)),
    CONSTRAINT guardianships_relation_check CHECK ((relation = ANY (ARRAY['parent'::text, 'guardian'::text, 'relative'::text]))),
    CONSTRAINT guardianships_source_check CHECK ((source = ANY (ARRAY['roster'::text, 'manual'::text])))
);

CREATE VIEW public.current_guardianships AS
 SELECT guardian_id,
    child_id,
    relation
   FROM public.guardianships
  WHERE (ended_at IS NULL);

CREATE TABLE public.roles (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    organisation_id bigint,
    role text NOT NULL,
    "position" text DEFAULT ''::text NOT NULL,
    subject text DEFAULT ''::text NOT NULL,
    confirmed_at timestamp with time zone,
    ended_at timestamp with time zone,
    source text NOT NULL,
    sourced_id text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    limited_to text[],
    appointed boolean DEFAULT false NOT NULL,
    CONSTRAINT roles_check CHECK (((role = 'operator'::text) = (organisation_id IS NULL))),
    CONSTRAINT roles_limited_check CHECK (((limited_to IS NULL) OR (role = 'administrator'::text))),
    CONSTRAINT roles_limited_to_check CHECK ((limited_to <@ ARRAY['people'::text, 'invites'::text, 'roster'::text, 'moderation'::text, 'settings'::text, 'personal_data'::text])),
    CONSTRAINT roles_role_check CHECK ((role = ANY (ARRAY['pupil'::text, 'parent'::text, 'teacher'::text, 'administrator'::text, 'operator'::text]))),
    CONSTRAINT roles_source_check CHECK ((source = ANY (ARRAY['roster'::text, 'manual'::text])))
);

CREATE VIEW public.current_roles AS
 SELECT r.id,
    r.person_id,
    r.organisation_id,
    r.role,
    r."position",
    r.subject,
    r.confirmed_at
   FROM (public.roles r
     LEFT JOIN public.organisations o ON ((o.id = r.organisation_id)))
  WHERE ((r.ended_at IS NULL) AND (o.closed_at IS NULL));

CREATE TABLE public.territory_staff (
    id bigint NOT NULL,
    territory_id bigint NOT NULL,
    person_id bigint NOT NULL,
    appointed_by bigint,
    appointed_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);

CREATE VIEW public.current_territory_staff AS
 SELECT territory_staff.territory_id,
    territory_staff.person_id
   FROM public.territory_staff
  WHERE (territory_staff.ended_at IS NULL)
UNION
 SELECT r.organisation_id AS territory_id,
    r.person_id
   FROM (public.roles r
     JOIN public.organisations o ON (((o.id = r.organisation_id) AND (o.type = ANY (ARRAY['district'::text, 'region'::text, 'country'::text])))))
  WHERE ((r.role = 'administrator'::text) AND (r.ended_at IS NULL) AND (o.closed_at IS NULL));

CREATE TABLE public.drafts (
    person_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    body text NOT NULL,
    reply_to_id bigint,
    stamp bigint NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT drafts_body_check CHECK ((length(body) <= 8000))
);

CREATE TABLE public.events (
    stream text NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    subject text,
    body text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL
);

CREATE TABLE public.exports (
    id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    format text NOT NULL,
    with_files boolean NOT NULL,
    since timestamp with time zone,
    until timestamp with time zone,
    state text DEFAULT 'waiting'::text NOT NULL,
    problem text,
    language text NOT NULL,
    time_zone text NOT NULL,
    first_number bigint DEFAULT 0 NOT NULL,
    last_number bigint DEFAULT 0 NOT NULL,
    done_number bigint DEFAULT 0 NOT NULL,
    done_files integer DEFAULT 0 NOT NULL,
    pages integer DEFAULT 0 NOT NULL,
    messages integer DEFAULT 0 NOT NULL,
    left_out integer DEFAULT 0 NOT NULL,
    archive_size bigint DEFAULT 0 NOT NULL,
    contents_size bigint DEFAULT 0 NOT NULL,
    blob_key text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    expires_at timestamp with time zone,
    CONSTRAINT exports_format_check CHECK ((format = ANY (ARRAY['html'::text, 'json'::text]))),
    CONSTRAINT exports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text])))
);

ALTER TABLE public.exports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.exports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files (
    id bigint NOT NULL,
    owner_id bigint NOT NULL,
    name text NOT NULL,
    content_type text DEFAULT 'application/octet-stream'::text NOT NULL,
    size bigint NOT NULL,
    received bigint DEFAULT 0 NOT NULL,
    blob_key text NOT NULL,
    state text DEFAULT 'uploading'::text NOT NULL,
    kind text DEFAULT 'document'::text NOT NULL,
    width integer,
    height integer,
    duration_ms bigint,
    preview_key text,
    preview_state text DEFAULT 'none'::text NOT NULL,
    expires_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    purpose text,
    waveform text,
    scan_state text DEFAULT 'none'::text NOT NULL,
    scan_found text,
    scanned_at timestamp with time zone,
    quarantined_until timestamp with time zone,
    CONSTRAINT files_check CHECK (((received >= 0) AND (received <= size))),
    CONSTRAINT files_check1 CHECK (((state <> 'ready'::text) OR (received = size))),
    CONSTRAINT files_check2 CHECK (((preview_state = 'ready'::text) = (preview_key IS NOT NULL))),
    CONSTRAINT files_check3 CHECK (((scan_state = 'infected'::text) = (scan_found IS NOT NULL))),
    CONSTRAINT files_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'document'::text]))),
    CONSTRAINT files_name_check CHECK (((name <> ''::text) AND (length(name) <= 255))),
    CONSTRAINT files_preview_state_check CHECK ((preview_state = ANY (ARRAY['none'::text, 'waiting'::text, 'ready'::text, 'failed'::text]))),
    CONSTRAINT files_purpose_check CHECK ((purpose = ANY (ARRAY['voice'::text, 'circle'::text]))),
    CONSTRAINT files_scan_found_check CHECK ((length(scan_found) <= 200)),
    CONSTRAINT files_scan_state_check CHECK ((scan_state = ANY (ARRAY['none'::text, 'waiting'::text, 'clean'::text, 'unscanned'::text, 'infected'::text]))),
    CONSTRAINT files_size_check CHECK ((size >= 0)),
    CONSTRAINT files_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'ready'::text, 'refused'::text])))
);

ALTER TABLE public.files ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.files_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.first_requests (
    person_id bigint NOT NULL,
    asked_by bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL
);

CREATE TABLE public.folder_tabs (
    person_id bigint NOT NULL,
    tabs text[] DEFAULT '{}'::text[] NOT NULL,
    hidden text[] DEFAULT '{}'::text[] NOT NULL
);

CREATE TABLE public.folders (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    icon text DEFAULT ''::text NOT NULL,
    chat_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    without_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    kinds text[] DEFAULT '{}'::text[] NOT NULL,
    unread_only boolean DEFAULT false NOT NULL,
    without_muted boolean DEFAULT false NOT NULL,
    without_archived boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT folders_icon_check CHECK ((length(icon) <= 32)),
    CONSTRAINT folders_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
);

ALTER TABLE public.folders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.folders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.followers (
    name text NOT NULL,
    xid xid8 NOT NULL,
    stream text DEFAULT ''::text NOT NULL,
    seq bigint DEFAULT 0 NOT NULL
);

CREATE TABLE public.former_contacts (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    held_from timestamp with time zone NOT NULL,
    held_until timestamp with time zone NOT NULL,
    moved_by bigint,
    CONSTRAINT former_contacts_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'email'::text])))
);

ALTER TABLE public.former_contacts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.former_contacts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.guardian_consents (
    id bigint NOT NULL,
    child_id bigint NOT NULL,
    guardian_id bigint,
    guardian_name text DEFAULT ''::text NOT NULL,
    document text NOT NULL,
    version text NOT NULL,
    way text NOT NULL,
    signed_on date,
    noted_by bigint,
    given_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT guardian_consents_check CHECK (((way = 'here'::text) = (guardian_id IS NOT NULL))),
    CONSTRAINT guardian_consents_check1 CHECK (((way = 'paper'::text) = ((noted_by IS NOT NULL) AND (signed_on IS NOT NULL) AND (guardian_name <> ''::text)))),
    CONSTRAINT guardian_consents_document_check CHECK ((document = ANY (ARRAY['agreement'::text, 'privacy'::text]))),
    CONSTRAINT guardian_consents_guardian_name_check CHECK ((length(guardian_name) <= 200)),
    CONSTRAINT guardian_consents_way_check CHECK ((way = ANY (ARRAY['here'::text, 'paper'::text])))
);

ALTER TABLE public.guardian_consents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.guardian_consents_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.guardian_quiet_hours (
    child_id bigint NOT NULL,
    guardian_id bigint NOT NULL,
    periods jsonb NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

CREATE TABLE public.hearings (
    file_id bigint NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    language text DEFAULT ''::text NOT NULL,
    heard_ms bigint DEFAULT 0 NOT NULL,
    segments jsonb DEFAULT '[]'::jsonb NOT NULL,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT hearings_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text])))
);

CREATE TABLE public.held_chats (
    person_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    from_number bigint NOT NULL
);

CREATE TABLE public.held_messages (
    id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    author_id bigint NOT NULL,
    client_id uuid NOT NULL,
    draft jsonb,
    file_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    watched boolean DEFAULT false NOT NULL,
    CONSTRAINT held_messages_reason_check CHECK ((length(reason) <= 300)),
    CONSTRAINT held_messages_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text])))
);

ALTER TABLE public.held_messages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.held_messages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.hidden_messages (
    person_id bigint NOT NULL,
    message_id bigint NOT NULL
);

CREATE TABLE public.idempotency_keys (
    owner text NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    status smallint,
    content_type text,
    body bytea,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.important_messages (
    person_id bigint NOT NULL,
    message_id bigint NOT NULL,
    marked_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.invite_guesses (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    network text NOT NULL,
    guessed_at timestamp with time zone NOT NULL
);

ALTER TABLE public.invite_guesses ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.invite_guesses_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.invite_links (
    id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    made_by bigint NOT NULL,
    token text NOT NULL,
    digest bytea NOT NULL,
    audience text NOT NULL,
    approval boolean DEFAULT false NOT NULL,
    most_uses integer,
    uses integer DEFAULT 0 NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT invite_links_audience_check CHECK ((audience = ANY (ARRAY['contacts'::text, 'organisation'::text, 'everybody'::text]))),
    CONSTRAINT invite_links_most_uses_check CHECK (((most_uses >= 1) AND (most_uses <= 10000)))
);

ALTER TABLE public.invite_links ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.invite_links_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.jobs (
    id bigint NOT NULL,
    kind text NOT NULL,
    key text,
    body jsonb NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    last_error text,
    failed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.jobs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.join_requests (
    conversation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    link_id bigint NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    decided_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT join_requests_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'declined'::text])))
);

CREATE TABLE public.joining_policies (
    organisation_id bigint NOT NULL,
    junior_grades boolean DEFAULT false NOT NULL
);

CREATE TABLE public.link_guesses (
    person_id bigint NOT NULL,
    guessed_at timestamp with time zone NOT NULL
);

CREATE TABLE public.mail_digests (
    person_id bigint NOT NULL,
    every text NOT NULL,
    hour smallint NOT NULL,
    weekday smallint DEFAULT 1 NOT NULL,
    away_hours smallint DEFAULT 24 NOT NULL,
    texts boolean DEFAULT false NOT NULL,
    token text NOT NULL,
    next_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    CONSTRAINT mail_digests_away_hours_check CHECK (((away_hours >= 1) AND (away_hours <= 168))),
    CONSTRAINT mail_digests_every_check CHECK ((every = ANY (ARRAY['day'::text, 'week'::text, 'away'::text]))),
    CONSTRAINT mail_digests_hour_check CHECK (((hour >= 0) AND (hour <= 23))),
    CONSTRAINT mail_digests_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

CREATE TABLE public.measures (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    kind text NOT NULL,
    person_id bigint NOT NULL,
    conversation_id bigint,
    message_id bigint,
    organisation_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    until timestamp with time zone,
    taken_by bigint NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    lifted_by bigint,
    lifted_at timestamp with time zone,
    CONSTRAINT measures_kind_check CHECK ((kind = ANY (ARRAY['hide'::text, 'delete'::text, 'warn'::text, 'write_ban'::text, 'wide_write_ban'::text, 'remove'::text, 'suspend'::text]))),
    CONSTRAINT measures_reason_check CHECK ((length(reason) <= 1000))
);

ALTER TABLE public.measures ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.measures_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.members (
    conversation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    role text DEFAULT 'member'::text NOT NULL,
    source text DEFAULT 'manual'::text NOT NULL,
    read_number bigint DEFAULT 0 NOT NULL,
    mentioned_number bigint DEFAULT 0 NOT NULL,
    muted_until timestamp with time zone,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    left_at timestamp with time zone,
    write_ban_until timestamp with time zone,
    write_ban_reason text DEFAULT ''::text NOT NULL,
    write_ban_by bigint,
    said_at timestamp with time zone,
    archived_number bigint,
    pinned_place integer,
    marked_unread boolean DEFAULT false NOT NULL,
    mentions_pass boolean DEFAULT false NOT NULL,
    write_ban_sealed boolean DEFAULT false NOT NULL,
    CONSTRAINT members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'administrator'::text, 'member'::text]))),
    CONSTRAINT members_source_check CHECK ((source = ANY (ARRAY['manual'::text, 'automatic'::text]))),
    CONSTRAINT members_write_ban_reason_check CHECK ((length(write_ban_reason) <= 300))
)
WITH (fillfactor='70');

CREATE TABLE public.message_files (
    message_id bigint NOT NULL,
    "position" smallint NOT NULL,
    file_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL
);

CREATE TABLE public.message_reminders (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    message_id bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    reminded_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.message_reminders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.message_reminders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.messages (
    id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    number bigint NOT NULL,
    author_id bigint NOT NULL,
    client_id uuid NOT NULL,
    kind text DEFAULT 'text'::text NOT NULL,
    body text DEFAULT ''::text NOT NULL,
    reply_to_id bigint,
    mentions bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    service jsonb,
    has_files boolean DEFAULT false NOT NULL,
    has_reactions boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    content jsonb,
    expires_at timestamp with time zone,
    CONSTRAINT messages_body_check CHECK ((length(body) <= 8000)),
    CONSTRAINT messages_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'service'::text])))
);

ALTER TABLE public.messages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.messages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.migrations (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.minor_accesses (
    minor_id bigint NOT NULL,
    day date NOT NULL,
    reader_id bigint NOT NULL,
    kind text NOT NULL,
    organisation_id bigint DEFAULT 0 NOT NULL,
    times integer DEFAULT 1 NOT NULL,
    CONSTRAINT minor_accesses_kind_check CHECK ((kind = ANY (ARRAY['profile'::text, 'table'::text, 'report'::text, 'journal'::text, 'contact_rules'::text, 'family'::text])))
);

CREATE TABLE public.noted_messages (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    message_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    author_id bigint NOT NULL,
    phrase text NOT NULL,
    sentence text NOT NULL,
    said_at timestamp with time zone NOT NULL
);

ALTER TABLE public.noted_messages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.noted_messages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notification_choices (
    person_id bigint NOT NULL,
    kinds jsonb DEFAULT '{}'::jsonb NOT NULL,
    show_text boolean DEFAULT true NOT NULL
);

CREATE TABLE public.organisation_endings (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    into_id bigint,
    reason text DEFAULT ''::text NOT NULL,
    ended_by bigint NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    undone_by bigint,
    undone_at timestamp with time zone,
    CONSTRAINT organisation_endings_reason_check CHECK ((length(reason) <= 300))
);

ALTER TABLE public.organisation_endings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisation_endings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.organisations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.outside_flows (
    id bytea NOT NULL,
    provider text NOT NULL,
    return_to text DEFAULT ''::text NOT NULL,
    person_id bigint,
    session_id bigint,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    returned_at timestamp with time zone,
    proof jsonb,
    CONSTRAINT outside_flows_id_check CHECK ((length(id) = 32)),
    CONSTRAINT outside_flows_provider_check CHECK ((provider = ANY (ARRAY['vk_id'::text, 'esia'::text, 'openid'::text]))),
    CONSTRAINT outside_flows_return_to_check CHECK ((length(return_to) <= 500))
);

CREATE TABLE public.outside_identities (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    provider text NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    named_by bigint,
    linked_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    unlinked_at timestamp with time zone,
    CONSTRAINT outside_identities_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 300))),
    CONSTRAINT outside_identities_provider_check CHECK ((provider = ANY (ARRAY['vk_id'::text, 'esia'::text, 'openid'::text]))),
    CONSTRAINT outside_identities_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);

ALTER TABLE public.outside_identities ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outside_identities_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.own_archives (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    about_id bigint NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    problem text,
    language text NOT NULL,
    time_zone text NOT NULL,
    counts jsonb DEFAULT '{}'::jsonb NOT NULL,
    tables integer DEFAULT 0 NOT NULL,
    done_file bigint DEFAULT 0 NOT NULL,
    files integer DEFAULT 0 NOT NULL,
    left_out integer DEFAULT 0 NOT NULL,
    archive_size bigint DEFAULT 0 NOT NULL,
    contents_size bigint DEFAULT 0 NOT NULL,
    blob_key text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    expires_at timestamp with time zone,
    CONSTRAINT own_archives_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text, 'gone'::text])))
);

ALTER TABLE public.own_archives ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.own_archives_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.passkey_challenges (
    id bytea NOT NULL,
    purpose text NOT NULL,
    person_id bigint,
    challenge bytea NOT NULL,
    user_handle bytea,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['add'::text, 'sign_in'::text, 'second_factor'::text])))
);

CREATE TABLE public.passkeys (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    credential_id bytea NOT NULL,
    public_key bytea NOT NULL,
    user_handle bytea NOT NULL,
    sign_count bigint NOT NULL,
    transports text[] DEFAULT '{}'::text[] NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    CONSTRAINT passkeys_credential_id_check CHECK (((length(credential_id) >= 1) AND (length(credential_id) <= 1023))),
    CONSTRAINT passkeys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);

ALTER TABLE public.passkeys ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.passkeys_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people (
    id bigint NOT NULL,
    family_name text NOT NULL,
    given_name text NOT NULL,
    patronymic text DEFAULT ''::text NOT NULL,
    locale text DEFAULT 'ru'::text NOT NULL,
    time_zone text DEFAULT 'Europe/Moscow'::text NOT NULL,
    claimed_at timestamp with time zone,
    last_seen_at timestamp with time zone,
    erased_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    search_name text GENERATED ALWAYS AS (lower(translate(((((family_name || ' '::text) || given_name) || ' '::text) || patronymic), 'Ёё-'::text, 'Ее '::text))) STORED NOT NULL COLLATE pg_catalog."C",
    portrait bigint DEFAULT 0 NOT NULL,
    CONSTRAINT people_family_name_check CHECK (((length(family_name) >= 1) AND (length(family_name) <= 100))),
    CONSTRAINT people_given_name_check CHECK (((length(given_name) >= 1) AND (length(given_name) <= 100))),
    CONSTRAINT people_locale_check CHECK ((locale = ANY (ARRAY['ru'::text, 'en'::text]))),
    CONSTRAINT people_patronymic_check CHECK ((length(patronymic) <= 100))
);

ALTER TABLE public.people ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.people_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pinned_messages (
    message_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    number bigint NOT NULL,
    pinned_by bigint NOT NULL,
    pinned_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.polls (
    message_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    question text NOT NULL,
    options text[] NOT NULL,
    many boolean NOT NULL,
    anonymous boolean NOT NULL,
    hide_until_closed boolean NOT NULL,
    change_allowed boolean NOT NULL,
    quiz_right smallint,
    explanation text NOT NULL,
    closes_at timestamp with time zone,
    closed_at timestamp with time zone,
    counts integer[] NOT NULL,
    voted integer DEFAULT 0 NOT NULL,
    told_counts integer[] NOT NULL,
    told_voted integer DEFAULT 0 NOT NULL,
    voters bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    CONSTRAINT polls_check CHECK ((anonymous OR (voters = '{}'::bigint[]))),
    CONSTRAINT polls_check1 CHECK (((closed_at IS NULL) OR (voters = '{}'::bigint[]))),
    CONSTRAINT polls_check2 CHECK ((NOT (change_allowed AND (anonymous OR (quiz_right IS NOT NULL)))))
)
WITH (fillfactor='50');

CREATE TABLE public.portrait_policies (
    organisation_id bigint NOT NULL,
    adults text NOT NULL,
    pupils text NOT NULL,
    juniors text NOT NULL,
    CONSTRAINT portrait_policies_adults_check CHECK ((adults = ANY (ARRAY['off'::text, 'at_once'::text, 'approval'::text]))),
    CONSTRAINT portrait_policies_juniors_check CHECK ((juniors = ANY (ARRAY['off'::text, 'at_once'::text, 'approval'::text]))),
    CONSTRAINT portrait_policies_pupils_check CHECK ((pupils = ANY (ARRAY['off'::text, 'at_once'::text, 'approval'::text])))
);

CREATE TABLE public.portraits (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    state text NOT NULL,
    blob_key text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    decided_by bigint,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT portraits_reason_check CHECK ((length(reason) <= 300)),
    CONSTRAINT portraits_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'shown'::text, 'refused'::text])))
);

ALTER TABLE public.portraits ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.portraits_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.push_keys (
    only_one boolean DEFAULT true NOT NULL,
    private_key text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT push_keys_only_one_check CHECK (only_one)
);

CREATE TABLE public.push_subscriptions (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    session_id bigint NOT NULL,
    endpoint text NOT NULL,
    p256dh text NOT NULL,
    auth text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT push_subscriptions_endpoint_check CHECK ((length(endpoint) <= 2000))
);

ALTER TABLE public.push_subscriptions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.push_subscriptions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pushed_chats (
    person_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    number bigint NOT NULL
);

CREATE TABLE public.quiet_exceptions (
    organisation_id bigint NOT NULL,
    allowed_by bigint,
    allowed_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.quiet_hours (
    person_id bigint NOT NULL,
    kept boolean DEFAULT false NOT NULL,
    periods jsonb DEFAULT '[]'::jsonb NOT NULL,
    snoozed_until timestamp with time zone,
    shown boolean DEFAULT true NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.quiet_summaries (
    person_id bigint NOT NULL,
    messages integer NOT NULL,
    chats integer NOT NULL,
    told_at timestamp with time zone NOT NULL
);

CREATE TABLE public.reactions (
    message_id bigint NOT NULL,
    person_id bigint NOT NULL,
    emoji text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reactions_emoji_check CHECK ((length(emoji) <= 32))
);

CREATE TABLE public.recovery_codes (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    digest bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

ALTER TABLE public.recovery_codes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recovery_codes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.remembered_devices (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    token_hash bytea NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE public.remembered_devices ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.remembered_devices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.repeated_texts (
    author_id bigint NOT NULL,
    digest bytea NOT NULL,
    conversation_id bigint NOT NULL,
    said_at timestamp with time zone NOT NULL
);

CREATE TABLE public.report_cases (
    id bigint NOT NULL,
    target_kind text NOT NULL,
    target_id bigint NOT NULL,
    conversation_id bigint,
    accused_id bigint,
    organisation_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    for_operators boolean DEFAULT false NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    overdue_at timestamp with time zone,
    taken_by bigint,
    taken_at timestamp with time zone,
    outcome text,
    reason text DEFAULT ''::text NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone,
    evidence jsonb,
    file_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT report_cases_answer_check CHECK ((length(answer) <= 1000)),
    CONSTRAINT report_cases_check CHECK (((state = 'decided'::text) = ((decided_at IS NOT NULL) AND (outcome IS NOT NULL)))),
    CONSTRAINT report_cases_outcome_check CHECK ((outcome = ANY (ARRAY['dismissed'::text, 'acted'::text]))),
    CONSTRAINT report_cases_reason_check CHECK ((length(reason) <= 1000)),
    CONSTRAINT report_cases_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text]))),
    CONSTRAINT report_cases_target_kind_check CHECK ((target_kind = ANY (ARRAY['message'::text, 'person'::text, 'chat'::text])))
);

ALTER TABLE public.report_cases ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_cases_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reports (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    reporter_id bigint NOT NULL,
    kind text NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT reports_kind_check CHECK ((kind = ANY (ARRAY['insult'::text, 'threat'::text, 'indecent'::text, 'spam'::text, 'personal_data'::text, 'self_harm'::text, 'other'::text]))),
    CONSTRAINT reports_words_check CHECK ((length(words) <= 1000))
);

ALTER TABLE public.reports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.roles ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.roles_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.roster_changes (
    import_id bigint NOT NULL,
    "position" integer NOT NULL,
    entity text NOT NULL,
    kind text NOT NULL,
    sourced_id text NOT NULL,
    title text NOT NULL,
    file text NOT NULL,
    line integer,
    fields jsonb DEFAULT '[]'::jsonb NOT NULL,
    reason text,
    value text DEFAULT ''::text NOT NULL,
    field text DEFAULT ''::text NOT NULL,
    CONSTRAINT roster_changes_kind_check CHECK ((kind = ANY (ARRAY['new'::text, 'changed'::text, 'gone'::text, 'refused'::text, 'warning'::text])))
);

CREATE TABLE public.roster_imports (
    id bigint NOT NULL,
    uploaded_by bigint,
    organisation_ids bigint[],
    state text DEFAULT 'previewed'::text NOT NULL,
    file_name text NOT NULL,
    blob_key text NOT NULL,
    summary jsonb DEFAULT '{}'::jsonb NOT NULL,
    notes jsonb DEFAULT '[]'::jsonb NOT NULL,
    fingerprint bytea DEFAULT '\x'::bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    applied_at timestamp with time zone,
    applied_by bigint,
    kind text DEFAULT 'oneroster'::text NOT NULL,
    leavers boolean DEFAULT true NOT NULL,
    CONSTRAINT roster_imports_kind_check CHECK ((kind = ANY (ARRAY['oneroster'::text, 'workbook'::text]))),
    CONSTRAINT roster_imports_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'applied'::text])))
);

ALTER TABLE public.roster_imports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.roster_imports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.roster_links (
    source_id bigint NOT NULL,
    entity text NOT NULL,
    sourced_id text NOT NULL,
    entity_id bigint NOT NULL,
    joined_id bigint,
    CONSTRAINT roster_links_entity_check CHECK ((entity = ANY (ARRAY['org'::text, 'year'::text, 'class'::text, 'user'::text])))
);

CREATE TABLE public.roster_sources (
    id bigint NOT NULL,
    title text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    workbook_of bigint
);

ALTER TABLE public.roster_sources ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.roster_sources_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.safe_mode_locks (
    child_id bigint NOT NULL,
    guardian_id bigint NOT NULL,
    locked_at timestamp with time zone NOT NULL
);

CREATE TABLE public.safe_modes (
    person_id bigint NOT NULL,
    kept boolean NOT NULL,
    chosen_by bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

CREATE TABLE public.scheduled_files (
    scheduled_id bigint NOT NULL,
    "position" smallint NOT NULL,
    file_id bigint NOT NULL
);

CREATE TABLE public.scheduled_messages (
    id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    author_id bigint NOT NULL,
    client_id uuid NOT NULL,
    due_at timestamp with time zone NOT NULL,
    body text DEFAULT ''::text NOT NULL,
    reply_to_id bigint,
    mentions bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    content jsonb,
    refused text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT scheduled_messages_body_check CHECK ((length(body) <= 8000))
);

ALTER TABLE public.scheduled_messages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.scheduled_messages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.school_invites (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    role text NOT NULL,
    class_id bigint,
    child_id bigint,
    expected_id bigint,
    subject text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    digest bytea NOT NULL,
    approval boolean NOT NULL,
    most_uses integer NOT NULL,
    uses integer DEFAULT 0 NOT NULL,
    on_sheet boolean DEFAULT false NOT NULL,
    made_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT school_invites_check CHECK (((uses >= 0) AND (uses <= most_uses))),
    CONSTRAINT school_invites_check1 CHECK (((role <> 'pupil'::text) OR (class_id IS NOT NULL))),
    CONSTRAINT school_invites_check2 CHECK (((role = 'parent'::text) = (child_id IS NOT NULL))),
    CONSTRAINT school_invites_check3 CHECK (((expected_id IS NULL) OR ((role = 'pupil'::text) AND (most_uses = 1) AND (NOT approval)))),
    CONSTRAINT school_invites_digest_check CHECK ((length(digest) = 32)),
    CONSTRAINT school_invites_most_uses_check CHECK (((most_uses >= 1) AND (most_uses <= 1000))),
    CONSTRAINT school_invites_note_check CHECK ((length(note) <= 200)),
    CONSTRAINT school_invites_role_check CHECK ((role = ANY (ARRAY['pupil'::text, 'parent'::text, 'teacher'::text, 'administrator'::text]))),
    CONSTRAINT school_invites_subject_check CHECK ((length(subject) <= 100))
);

ALTER TABLE public.school_invites ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.school_invites_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.school_joinings (
    id bigint NOT NULL,
    invite_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    relation text DEFAULT 'parent'::text NOT NULL,
    state text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT school_joinings_reason_check CHECK ((length(reason) <= 300)),
    CONSTRAINT school_joinings_relation_check CHECK ((relation = ANY (ARRAY['parent'::text, 'guardian'::text, 'relative'::text]))),
    CONSTRAINT school_joinings_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'joined'::text, 'declined'::text])))
);

ALTER TABLE public.school_joinings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.school_joinings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.school_year_changes (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    starts_in smallint NOT NULL,
    done jsonb NOT NULL,
    made_by bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    undone_by bigint,
    undone_at timestamp with time zone,
    CONSTRAINT school_year_changes_starts_in_check CHECK (((starts_in >= 2000) AND (starts_in <= 2200)))
);

ALTER TABLE public.school_year_changes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.school_year_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.school_years (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    title text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    CONSTRAINT school_years_check CHECK ((ends_on >= starts_on))
);

ALTER TABLE public.school_years ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.school_years_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.search_entries (
    message_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    author_id bigint NOT NULL,
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    period integer NOT NULL,
    words tsvector NOT NULL
);

CREATE TABLE public.search_filling (
    single boolean DEFAULT true NOT NULL,
    next_id bigint,
    first_id bigint DEFAULT 0 NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    CONSTRAINT search_filling_single_check CHECK (single)
);

CREATE TABLE public.search_periods (
    id integer NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    entries integer DEFAULT 0 NOT NULL
);

ALTER TABLE public.search_periods ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.search_periods_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.second_factor_drafts (
    person_id bigint NOT NULL,
    totp bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.second_factors (
    person_id bigint NOT NULL,
    totp bytea,
    last_step bigint DEFAULT 0 NOT NULL,
    switched_on_at timestamp with time zone NOT NULL
);

CREATE TABLE public.sessions (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    token_hash bytea NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    ip text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    lacks text,
    factor_at timestamp with time zone,
    CONSTRAINT sessions_lacks_check CHECK ((lacks = ANY (ARRAY['factor'::text, 'enrolment'::text])))
);

ALTER TABLE public.sessions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sessions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sign_in_codes (
    id text NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    code_hash bytea NOT NULL,
    salt bytea NOT NULL,
    tries_left smallint NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sign_in_codes_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'email'::text]))),
    CONSTRAINT sign_in_codes_tries_left_check CHECK ((tries_left >= 0))
);

CREATE TABLE public.sign_in_limits (
    key text NOT NULL,
    taken integer NOT NULL,
    next_at timestamp with time zone NOT NULL,
    window_ends_at timestamp with time zone NOT NULL
);

CREATE TABLE public.streams (
    name text NOT NULL,
    seq bigint NOT NULL
)
WITH (fillfactor='50');

CREATE TABLE public.suspensions (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    until timestamp with time zone,
    suspended_by bigint,
    suspended_at timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    CONSTRAINT suspensions_reason_check CHECK ((length(reason) <= 1000))
);

ALTER TABLE public.suspensions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.suspensions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.teaching AS
 SELECT t.person_id AS teacher_id,
    p.person_id AS pupil_id,
    t.class_id,
    t.organisation_id,
    t.class_teacher
   FROM (public.current_enrollments t
     JOIN public.current_enrollments p ON (((p.class_id = t.class_id) AND (p.role = 'pupil'::text))))
  WHERE (t.role = 'teacher'::text);

CREATE TABLE public.territory_guides (
    territory_id bigint NOT NULL,
    body text NOT NULL,
    link_titles text[] NOT NULL,
    link_urls text[] NOT NULL,
    changed_by bigint,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT territory_guides_body_check CHECK ((length(body) <= 20000)),
    CONSTRAINT territory_guides_check CHECK ((cardinality(link_urls) = cardinality(link_titles))),
    CONSTRAINT territory_guides_check1 CHECK (((body <> ''::text) OR (cardinality(link_titles) > 0))),
    CONSTRAINT territory_guides_link_titles_check CHECK ((cardinality(link_titles) <= 5))
);

ALTER TABLE public.territory_staff ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.territory_staff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.transcripts (
    message_id bigint NOT NULL,
    file_id bigint NOT NULL,
    state text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    edited_at timestamp with time zone,
    CONSTRAINT transcripts_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text])))
);

CREATE TABLE public.voice_choices (
    person_id bigint NOT NULL,
    texts boolean NOT NULL
);

CREATE TABLE public.votes (
    message_id bigint NOT NULL,
    person_id bigint NOT NULL,
    options smallint[] NOT NULL,
    voted_at timestamp with time zone NOT NULL
);

CREATE TABLE public.watched_words (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    phrase text NOT NULL,
    key text NOT NULL,
    act text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT watched_words_act_check CHECK ((act = ANY (ARRAY['hold'::text, 'refuse'::text, 'note'::text, 'alert'::text]))),
    CONSTRAINT watched_words_phrase_check CHECK (((length(phrase) >= 2) AND (length(phrase) <= 80)))
);

ALTER TABLE public.watched_words ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.watched_words_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.withdrawals (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    asked_by bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    erase_at timestamp with time zone NOT NULL,
    taken_back_at timestamp with time zone,
    taken_back_by bigint,
    erased_at timestamp with time zone,
    on_paper_of text,
    CONSTRAINT withdrawals_on_paper_of_check CHECK ((on_paper_of = ANY (ARRAY['person'::text, 'guardian'::text])))
);

ALTER TABLE public.withdrawals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.withdrawals_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.withdrawn_messages (
    message_id bigint NOT NULL,
    body text NOT NULL,
    mentions bigint[] NOT NULL,
    content jsonb,
    expires_at timestamp with time zone,
    file_ids bigint[] NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL
);

CREATE TABLE public.word_lists (
    organisation_id bigint NOT NULL,
    revision bigint DEFAULT 1 NOT NULL,
    whose text DEFAULT 'pupils'::text NOT NULL,
    alerts boolean DEFAULT false NOT NULL,
    alerts_in_direct boolean DEFAULT false NOT NULL,
    alerts_at_night boolean DEFAULT false NOT NULL,
    starter boolean DEFAULT true NOT NULL,
    CONSTRAINT word_lists_whose_check CHECK ((whose = ANY (ARRAY['pupils'::text, 'all'::text])))
);

ALTER TABLE ONLY public.accompanied_chats
    ADD CONSTRAINT accompanied_chats_pkey PRIMARY KEY (conversation_id);

ALTER TABLE ONLY public.accompanied_chats
    ADD CONSTRAINT accompanied_chats_pupil_id_teacher_id_key UNIQUE (pupil_id, teacher_id);

ALTER TABLE ONLY public.acquaintances
    ADD CONSTRAINT acquaintances_pkey PRIMARY KEY (person_id, other_id);

ALTER TABLE ONLY public.alert_staff
    ADD CONSTRAINT alert_staff_pkey PRIMARY KEY (organisation_id, person_id);

ALTER TABLE ONLY public.application_steps
    ADD CONSTRAINT application_steps_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.asking_reminders
    ADD CONSTRAINT asking_reminders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_seals
    ADD CONSTRAINT audit_seals_pkey PRIMARY KEY (last_id);

ALTER TABLE ONLY public.awaited_contacts
    ADD CONSTRAINT awaited_contacts_kind_value_person_id_key UNIQUE (kind, value, person_id);

ALTER TABLE ONLY public.awaited_contacts
    ADD CONSTRAINT awaited_contacts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.birth_dates
    ADD CONSTRAINT birth_dates_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.chat_policies
    ADD CONSTRAINT chat_policies_pkey PRIMARY KEY (organisation_id);

ALTER TABLE ONLY public.classes
    ADD CONSTRAINT classes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.community_guests
    ADD CONSTRAINT community_guests_class_id_organisation_id_key UNIQUE (class_id, organisation_id);

ALTER TABLE ONLY public.community_guests
    ADD CONSTRAINT community_guests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.confirmation_requests
    ADD CONSTRAINT confirmation_requests_pkey PRIMARY KEY (message_id);

ALTER TABLE ONLY public.confirmations
    ADD CONSTRAINT confirmations_pkey PRIMARY KEY (message_id, person_id);

ALTER TABLE ONLY public.consent_papers
    ADD CONSTRAINT consent_papers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contact_moves
    ADD CONSTRAINT contact_moves_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contact_policies
    ADD CONSTRAINT contact_policies_pkey PRIMARY KEY (organisation_id);

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_kind_value_key UNIQUE (kind, value);

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.crisis_alerts
    ADD CONSTRAINT crisis_alerts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_pkey PRIMARY KEY (person_id, conversation_id);

ALTER TABLE ONLY public.enrollments
    ADD CONSTRAINT enrollments_pkey PRIMARY KEY (class_id, person_id, role);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (stream, seq);

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT exports_blob_key_key UNIQUE (blob_key);

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT exports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_blob_key_key UNIQUE (blob_key);

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.first_requests
    ADD CONSTRAINT first_requests_pkey PRIMARY KEY (person_id, asked_by);

ALTER TABLE ONLY public.folder_tabs
    ADD CONSTRAINT folder_tabs_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.folders
    ADD CONSTRAINT folders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.followers
    ADD CONSTRAINT followers_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.former_contacts
    ADD CONSTRAINT former_contacts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.guardian_consents
    ADD CONSTRAINT guardian_consents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.guardian_quiet_hours
    ADD CONSTRAINT guardian_quiet_hours_pkey PRIMARY KEY (child_id, guardian_id);

ALTER TABLE ONLY public.guardianships
    ADD CONSTRAINT guardianships_pkey PRIMARY KEY (guardian_id, child_id);

ALTER TABLE ONLY public.hearings
    ADD CONSTRAINT hearings_pkey PRIMARY KEY (file_id);

ALTER TABLE ONLY public.held_chats
    ADD CONSTRAINT held_chats_pkey PRIMARY KEY (person_id, conversation_id);

ALTER TABLE ONLY public.held_messages
    ADD CONSTRAINT held_messages_author_id_client_id_key UNIQUE (author_id, client_id);

ALTER TABLE ONLY public.held_messages
    ADD CONSTRAINT held_messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.hidden_messages
    ADD CONSTRAINT hidden_messages_pkey PRIMARY KEY (person_id, message_id);

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (owner, key);

ALTER TABLE ONLY public.important_messages
    ADD CONSTRAINT important_messages_pkey PRIMARY KEY (person_id, message_id);

ALTER TABLE ONLY public.invite_guesses
    ADD CONSTRAINT invite_guesses_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invite_links
    ADD CONSTRAINT invite_links_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.invite_links
    ADD CONSTRAINT invite_links_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.join_requests
    ADD CONSTRAINT join_requests_pkey PRIMARY KEY (conversation_id, person_id);

ALTER TABLE ONLY public.joining_policies
    ADD CONSTRAINT joining_policies_pkey PRIMARY KEY (organisation_id);

ALTER TABLE ONLY public.mail_digests
    ADD CONSTRAINT mail_digests_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.mail_digests
    ADD CONSTRAINT mail_digests_token_key UNIQUE (token);

ALTER TABLE ONLY public.measures
    ADD CONSTRAINT measures_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (conversation_id, person_id);

ALTER TABLE ONLY public.message_files
    ADD CONSTRAINT message_files_pkey PRIMARY KEY (message_id, "position");

ALTER TABLE ONLY public.message_reminders
    ADD CONSTRAINT message_reminders_message_id_person_id_key UNIQUE (message_id, person_id);

ALTER TABLE ONLY public.message_reminders
    ADD CONSTRAINT message_reminders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_author_id_client_id_key UNIQUE (author_id, client_id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_conversation_id_number_key UNIQUE (conversation_id, number);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.minor_accesses
    ADD CONSTRAINT minor_accesses_pkey PRIMARY KEY (minor_id, day, reader_id, kind, organisation_id);

ALTER TABLE ONLY public.noted_messages
    ADD CONSTRAINT noted_messages_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY public.noted_messages
    ADD CONSTRAINT noted_messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notification_choices
    ADD CONSTRAINT notification_choices_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.organisation_endings
    ADD CONSTRAINT organisation_endings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outside_flows
    ADD CONSTRAINT outside_flows_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outside_identities
    ADD CONSTRAINT outside_identities_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outside_identities
    ADD CONSTRAINT outside_identities_provider_issuer_subject_key UNIQUE (provider, issuer, subject);

ALTER TABLE ONLY public.own_archives
    ADD CONSTRAINT own_archives_blob_key_key UNIQUE (blob_key);

ALTER TABLE ONLY public.own_archives
    ADD CONSTRAINT own_archives_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.passkey_challenges
    ADD CONSTRAINT passkey_challenges_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT passkeys_credential_id_key UNIQUE (credential_id);

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT passkeys_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pinned_messages
    ADD CONSTRAINT pinned_messages_conversation_id_number_key UNIQUE (conversation_id, number);

ALTER TABLE ONLY public.pinned_messages
    ADD CONSTRAINT pinned_messages_pkey PRIMARY KEY (message_id);

ALTER TABLE ONLY public.polls
    ADD CONSTRAINT polls_pkey PRIMARY KEY (message_id);

ALTER TABLE ONLY public.portrait_policies
    ADD CONSTRAINT portrait_policies_pkey PRIMARY KEY (organisation_id);

ALTER TABLE ONLY public.portraits
    ADD CONSTRAINT portraits_person_id_state_key UNIQUE (person_id, state);

ALTER TABLE ONLY public.portraits
    ADD CONSTRAINT portraits_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.push_keys
    ADD CONSTRAINT push_keys_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY public.push_subscriptions
    ADD CONSTRAINT push_subscriptions_endpoint_key UNIQUE (endpoint);

ALTER TABLE ONLY public.push_subscriptions
    ADD CONSTRAINT push_subscriptions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.push_subscriptions
    ADD CONSTRAINT push_subscriptions_session_id_key UNIQUE (session_id);

ALTER TABLE ONLY public.pushed_chats
    ADD CONSTRAINT pushed_chats_pkey PRIMARY KEY (person_id, conversation_id);

ALTER TABLE ONLY public.quiet_exceptions
    ADD CONSTRAINT quiet_exceptions_pkey PRIMARY KEY (organisation_id);

ALTER TABLE ONLY public.quiet_hours
    ADD CONSTRAINT quiet_hours_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.quiet_summaries
    ADD CONSTRAINT quiet_summaries_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.reactions
    ADD CONSTRAINT reactions_pkey PRIMARY KEY (message_id, person_id, emoji);

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_person_id_digest_key UNIQUE (person_id, digest);

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.remembered_devices
    ADD CONSTRAINT remembered_devices_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.remembered_devices
    ADD CONSTRAINT remembered_devices_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.repeated_texts
    ADD CONSTRAINT repeated_texts_pkey PRIMARY KEY (author_id, digest, conversation_id);

ALTER TABLE ONLY public.report_cases
    ADD CONSTRAINT report_cases_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_case_id_reporter_id_key UNIQUE (case_id, reporter_id);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.roster_changes
    ADD CONSTRAINT roster_changes_pkey PRIMARY KEY (import_id, "position");

ALTER TABLE ONLY public.roster_imports
    ADD CONSTRAINT roster_imports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.roster_links
    ADD CONSTRAINT roster_links_pkey PRIMARY KEY (source_id, entity, sourced_id);

ALTER TABLE ONLY public.roster_sources
    ADD CONSTRAINT roster_sources_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.roster_sources
    ADD CONSTRAINT roster_sources_workbook_of_key UNIQUE (workbook_of);

ALTER TABLE ONLY public.safe_mode_locks
    ADD CONSTRAINT safe_mode_locks_pkey PRIMARY KEY (child_id, guardian_id);

ALTER TABLE ONLY public.safe_modes
    ADD CONSTRAINT safe_modes_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.scheduled_files
    ADD CONSTRAINT scheduled_files_pkey PRIMARY KEY (scheduled_id, "position");

ALTER TABLE ONLY public.scheduled_messages
    ADD CONSTRAINT scheduled_messages_author_id_client_id_key UNIQUE (author_id, client_id);

ALTER TABLE ONLY public.scheduled_messages
    ADD CONSTRAINT scheduled_messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.school_invites
    ADD CONSTRAINT school_invites_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.school_invites
    ADD CONSTRAINT school_invites_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.school_joinings
    ADD CONSTRAINT school_joinings_invite_id_person_id_key UNIQUE (invite_id, person_id);

ALTER TABLE ONLY public.school_joinings
    ADD CONSTRAINT school_joinings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.school_year_changes
    ADD CONSTRAINT school_year_changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.school_years
    ADD CONSTRAINT school_years_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.search_entries
    ADD CONSTRAINT search_entries_pkey PRIMARY KEY (message_id);

ALTER TABLE ONLY public.search_filling
    ADD CONSTRAINT search_filling_pkey PRIMARY KEY (single);

ALTER TABLE ONLY public.search_periods
    ADD CONSTRAINT search_periods_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.search_periods
    ADD CONSTRAINT search_periods_starts_at_key UNIQUE (starts_at);

ALTER TABLE ONLY public.second_factor_drafts
    ADD CONSTRAINT second_factor_drafts_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.second_factors
    ADD CONSTRAINT second_factors_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.sign_in_codes
    ADD CONSTRAINT sign_in_codes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sign_in_limits
    ADD CONSTRAINT sign_in_limits_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.streams
    ADD CONSTRAINT streams_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.suspensions
    ADD CONSTRAINT suspensions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.territory_guides
    ADD CONSTRAINT territory_guides_pkey PRIMARY KEY (territory_id);

ALTER TABLE ONLY public.territory_staff
    ADD CONSTRAINT territory_staff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.transcripts
    ADD CONSTRAINT transcripts_pkey PRIMARY KEY (message_id);

ALTER TABLE ONLY public.voice_choices
    ADD CONSTRAINT voice_choices_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_pkey PRIMARY KEY (message_id, person_id);

ALTER TABLE ONLY public.watched_words
    ADD CONSTRAINT watched_words_organisation_id_key_key UNIQUE (organisation_id, key);

ALTER TABLE ONLY public.watched_words
    ADD CONSTRAINT watched_words_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.withdrawals
    ADD CONSTRAINT withdrawals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.withdrawn_messages
    ADD CONSTRAINT withdrawn_messages_pkey PRIMARY KEY (message_id);

ALTER TABLE ONLY public.word_lists
    ADD CONSTRAINT word_lists_pkey PRIMARY KEY (organisation_id);

CREATE INDEX accompanied_chats_of_teacher ON public.accompanied_chats USING btree (teacher_id);

CREATE INDEX acquaintances_the_other_way ON public.acquaintances USING btree (other_id);

CREATE INDEX alert_staff_people ON public.alert_staff USING btree (person_id);

CREATE INDEX application_steps_by_person ON public.application_steps USING btree (done_by);

CREATE INDEX application_steps_in_order ON public.application_steps USING btree (application_id, id);

CREATE INDEX applications_by_inn ON public.applications USING btree (inn) WHERE ((inn <> ''::text) AND (state <> 'draft'::text));

CREATE INDEX applications_of_applicant ON public.applications USING btree (applicant_id, id DESC);

CREATE INDEX applications_of_file ON public.applications USING btree (file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX applications_of_territory ON public.applications USING btree (territory_id, id);

CREATE INDEX applications_waiting ON public.applications USING btree (due_at, id) WHERE (state = 'submitted'::text);

CREATE INDEX asking_reminders_of_message ON public.asking_reminders USING btree (message_id, asked_at DESC);

CREATE INDEX audit_log_of_organisation ON public.audit_log USING btree (organisation_id, id);

CREATE INDEX audit_log_of_subject ON public.audit_log USING btree (subject, id);

CREATE INDEX awaited_contacts_by_person ON public.awaited_contacts USING btree (person_id);

CREATE INDEX birth_dates_in_order ON public.birth_dates USING btree (born_on);

CREATE INDEX classes_of_organisation ON public.classes USING btree (organisation_id, id);

CREATE INDEX community_guests_of_organisation ON public.community_guests USING btree (organisation_id, id);

CREATE INDEX confirmation_requests_of_conversation ON public.confirmation_requests USING btree (conversation_id, message_id);

CREATE INDEX confirmations_of_person ON public.confirmations USING btree (person_id);

CREATE INDEX consent_papers_noted_by ON public.consent_papers USING btree (noted_by);

CREATE INDEX consent_papers_of ON public.consent_papers USING btree (person_id, id DESC);

CREATE INDEX consent_papers_of_organisation ON public.consent_papers USING btree (organisation_id);

CREATE UNIQUE INDEX consents_in_force ON public.consents USING btree (person_id, document, version) WHERE (withdrawn_at IS NULL);

CREATE INDEX contact_moves_by_canceller ON public.contact_moves USING btree (cancelled_by);

CREATE INDEX contact_moves_by_confirmer ON public.contact_moves USING btree (confirmed_by);

CREATE INDEX contact_moves_by_person ON public.contact_moves USING btree (person_id, id);

CREATE INDEX contact_moves_by_starter ON public.contact_moves USING btree (started_by);

CREATE UNIQUE INDEX contact_moves_one_at_a_time ON public.contact_moves USING btree (person_id) WHERE ((done_at IS NULL) AND (cancelled_at IS NULL));

CREATE INDEX contacts_by_person ON public.contacts USING btree (person_id);

CREATE UNIQUE INDEX conversations_automatic ON public.conversations USING btree (automatic, organisation_id, COALESCE(class_id, (0)::bigint)) WHERE (automatic IS NOT NULL);

CREATE UNIQUE INDEX conversations_favourites ON public.conversations USING btree (created_by) WHERE (kind = 'favourites'::text);

CREATE UNIQUE INDEX conversations_of_pair ON public.conversations USING btree (pair_low, pair_high) WHERE (kind = 'direct'::text);

CREATE INDEX conversations_started ON public.conversations USING btree (created_by, created_at) WHERE (created_by IS NOT NULL);

CREATE INDEX crisis_alerts_by_author ON public.crisis_alerts USING btree (author_id);

CREATE INDEX crisis_alerts_of_organisation ON public.crisis_alerts USING btree (organisation_id, id DESC);

CREATE INDEX crisis_alerts_old ON public.crisis_alerts USING btree (closed_at) WHERE (state = 'closed'::text);

CREATE UNIQUE INDEX crisis_alerts_open ON public.crisis_alerts USING btree (organisation_id, author_id) WHERE (state <> 'closed'::text);

CREATE INDEX enrollments_of_guests ON public.enrollments USING btree (person_id) WHERE ((guest_of IS NOT NULL) AND (ended_at IS NULL));

CREATE INDEX enrollments_of_person ON public.enrollments USING btree (person_id, class_id) WHERE (ended_at IS NULL);

CREATE INDEX events_by_age ON public.events USING brin (at);

CREATE INDEX events_by_transaction ON public.events USING btree (xid);

CREATE INDEX exports_of ON public.exports USING btree (person_id, conversation_id, id DESC);

CREATE UNIQUE INDEX exports_one_at_a_time ON public.exports USING btree (person_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

CREATE INDEX files_owner ON public.files USING btree (owner_id) INCLUDE (size);

CREATE INDEX files_quarantine ON public.files USING btree (id) WHERE (scan_state = 'infected'::text);

CREATE INDEX files_unfinished ON public.files USING btree (owner_id) WHERE (state = 'uploading'::text);

CREATE INDEX first_requests_by_age ON public.first_requests USING btree (asked_at);

CREATE INDEX first_requests_by_asker ON public.first_requests USING btree (asked_by);

CREATE INDEX folders_of_person ON public.folders USING btree (person_id);

CREATE INDEX former_contacts_by_mover ON public.former_contacts USING btree (moved_by);

CREATE INDEX former_contacts_by_person ON public.former_contacts USING btree (person_id, id);

CREATE UNIQUE INDEX guardian_consents_in_force ON public.guardian_consents USING btree (child_id, COALESCE(guardian_id, (0)::bigint), guardian_name, document, version) WHERE (withdrawn_at IS NULL);

CREATE INDEX guardian_consents_noted_by ON public.guardian_consents USING btree (noted_by);

CREATE INDEX guardian_consents_of_guardian ON public.guardian_consents USING btree (guardian_id);

CREATE INDEX guardian_quiet_hours_of ON public.guardian_quiet_hours USING btree (guardian_id);

CREATE INDEX guardianships_of_child ON public.guardianships USING btree (child_id) WHERE (ended_at IS NULL);

CREATE INDEX held_messages_files ON public.held_messages USING gin (file_ids) WHERE (state <> 'approved'::text);

CREATE INDEX held_messages_of_chat ON public.held_messages USING btree (conversation_id, id) WHERE (state <> 'approved'::text);

CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at);

CREATE INDEX important_messages_by_time ON public.important_messages USING btree (person_id, marked_at DESC, message_id DESC);

CREATE INDEX important_messages_of ON public.important_messages USING btree (message_id);

CREATE INDEX invite_guesses_by_age ON public.invite_guesses USING btree (guessed_at);

CREATE INDEX invite_guesses_of_network ON public.invite_guesses USING btree (network, guessed_at);

CREATE INDEX invite_guesses_of_person ON public.invite_guesses USING btree (person_id, guessed_at);

CREATE INDEX invite_links_of_chat ON public.invite_links USING btree (conversation_id, id);

CREATE INDEX jobs_due ON public.jobs USING btree (due_at) WHERE (failed_at IS NULL);

CREATE UNIQUE INDEX jobs_once ON public.jobs USING btree (kind, key) WHERE ((key IS NOT NULL) AND (failed_at IS NULL));

CREATE INDEX link_guesses_of ON public.link_guesses USING btree (person_id, guessed_at);

CREATE INDEX mail_digests_due ON public.mail_digests USING btree (next_at);

CREATE INDEX measures_of_case ON public.measures USING btree (case_id, id);

CREATE INDEX measures_of_person ON public.measures USING btree (person_id, id DESC);

CREATE INDEX measures_wide_bans ON public.measures USING btree (person_id) WHERE ((kind = 'wide_write_ban'::text) AND (lifted_at IS NULL));

CREATE INDEX members_archived ON public.members USING btree (conversation_id) WHERE (archived_number IS NOT NULL);

CREATE INDEX members_banned ON public.members USING btree (write_ban_until) WHERE (write_ban_until IS NOT NULL);

CREATE INDEX members_by_reading ON public.members USING btree (conversation_id, read_number DESC) WHERE (left_at IS NULL);

CREATE INDEX members_of_person ON public.members USING btree (person_id) WHERE (left_at IS NULL);

CREATE INDEX members_pinned ON public.members USING btree (person_id) WHERE (pinned_place IS NOT NULL);

CREATE INDEX message_files_by_file ON public.message_files USING btree (file_id);

CREATE INDEX message_files_by_kind ON public.message_files USING btree (conversation_id, kind, number DESC, "position" DESC);

CREATE INDEX message_reminders_of_person ON public.message_reminders USING btree (person_id, due_at, id);

CREATE INDEX messages_expiring ON public.messages USING btree (expires_at) WHERE (expires_at IS NOT NULL);

CREATE INDEX messages_replies ON public.messages USING btree (reply_to_id) WHERE (reply_to_id IS NOT NULL);

CREATE INDEX messages_with_links ON public.messages USING btree (conversation_id, number) WHERE (body ~~ '%://%'::text);

CREATE INDEX minor_accesses_by_age ON public.minor_accesses USING btree (day);

CREATE INDEX minor_accesses_by_reader ON public.minor_accesses USING btree (reader_id);

CREATE INDEX noted_messages_by_author ON public.noted_messages USING btree (author_id);

CREATE INDEX noted_messages_of_organisation ON public.noted_messages USING btree (organisation_id, id DESC);

CREATE INDEX noted_messages_old ON public.noted_messages USING btree (said_at);

CREATE INDEX organisation_endings_by_person ON public.organisation_endings USING btree (ended_by);

CREATE UNIQUE INDEX organisation_endings_once ON public.organisation_endings USING btree (organisation_id) WHERE (undone_at IS NULL);

CREATE INDEX organisations_by_inn ON public.organisations USING btree (inn) WHERE (inn <> ''::text);

CREATE INDEX organisations_of_parent ON public.organisations USING btree (parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX outside_flows_by_expiry ON public.outside_flows USING btree (expires_at);

CREATE INDEX outside_flows_by_session ON public.outside_flows USING btree (session_id) WHERE (session_id IS NOT NULL);

CREATE INDEX outside_identities_by_guardian ON public.outside_identities USING btree (named_by) WHERE (named_by IS NOT NULL);

CREATE UNIQUE INDEX outside_identities_of_person ON public.outside_identities USING btree (person_id, provider) WHERE (unlinked_at IS NULL);

CREATE INDEX own_archives_about ON public.own_archives USING btree (about_id);

CREATE INDEX own_archives_of ON public.own_archives USING btree (person_id, id DESC);

CREATE UNIQUE INDEX own_archives_one_at_a_time ON public.own_archives USING btree (person_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

CREATE INDEX passkey_challenges_by_expiry ON public.passkey_challenges USING btree (expires_at);

CREATE INDEX passkey_challenges_by_person ON public.passkey_challenges USING btree (person_id);

CREATE INDEX passkeys_by_person ON public.passkeys USING btree (person_id);

CREATE INDEX portraits_waiting ON public.portraits USING btree (id) WHERE (state = 'waiting'::text);

CREATE INDEX push_subscriptions_of_person ON public.push_subscriptions USING btree (person_id);

CREATE INDEX remembered_devices_by_expiry ON public.remembered_devices USING btree (expires_at);

CREATE INDEX remembered_devices_by_person ON public.remembered_devices USING btree (person_id);

CREATE INDEX repeated_texts_by_time ON public.repeated_texts USING btree (said_at);

CREATE INDEX report_cases_decided ON public.report_cases USING btree (decided_at DESC, id DESC) WHERE (state = 'decided'::text);

CREATE INDEX report_cases_files ON public.report_cases USING gin (file_ids) WHERE (erased_at IS NULL);

CREATE INDEX report_cases_of_accused ON public.report_cases USING btree (accused_id, id DESC);

CREATE INDEX report_cases_of_organisations ON public.report_cases USING gin (organisation_ids);

CREATE UNIQUE INDEX report_cases_open ON public.report_cases USING btree (target_kind, target_id) WHERE (state = 'open'::text);

CREATE INDEX report_cases_waiting ON public.report_cases USING btree (due_at, id) WHERE (state = 'open'::text);

CREATE INDEX reports_of_reporter ON public.reports USING btree (reporter_id, created_at DESC);

CREATE INDEX roles_of_organisation ON public.roles USING btree (organisation_id, role, person_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX roles_once ON public.roles USING btree (person_id, COALESCE(organisation_id, (0)::bigint), role) WHERE (ended_at IS NULL);

CREATE INDEX roster_changes_by_kind ON public.roster_changes USING btree (import_id, kind, "position");

CREATE INDEX roster_imports_in_order ON public.roster_imports USING btree (id DESC);

CREATE INDEX roster_links_of_entity ON public.roster_links USING btree (entity, entity_id);

CREATE INDEX safe_mode_locks_of_guardian ON public.safe_mode_locks USING btree (guardian_id);

CREATE INDEX scheduled_files_by_file ON public.scheduled_files USING btree (file_id);

CREATE INDEX scheduled_messages_of ON public.scheduled_messages USING btree (conversation_id, author_id, due_at, id);

CREATE INDEX school_invites_by_maker ON public.school_invites USING btree (made_by);

CREATE INDEX school_invites_of_child ON public.school_invites USING btree (child_id) WHERE (revoked_at IS NULL);

CREATE INDEX school_invites_of_class ON public.school_invites USING btree (class_id) WHERE (revoked_at IS NULL);

CREATE INDEX school_invites_of_organisation ON public.school_invites USING btree (organisation_id, id DESC);

CREATE INDEX school_joinings_of_person ON public.school_joinings USING btree (person_id);

CREATE INDEX school_joinings_waiting ON public.school_joinings USING btree (organisation_id, id) WHERE (state = 'waiting'::text);

CREATE UNIQUE INDEX school_year_changes_once ON public.school_year_changes USING btree (organisation_id, starts_in) WHERE (undone_at IS NULL);

CREATE INDEX school_years_of_organisation ON public.school_years USING btree (organisation_id);

CREATE INDEX search_entries_by_time ON public.search_entries USING btree (at, message_id);

CREATE INDEX search_entries_by_word ON public.search_entries USING gin (public.search_keys(words, period)) WITH (fastupdate=off);

CREATE INDEX search_entries_of_chat ON public.search_entries USING btree (conversation_id, at, message_id);

CREATE INDEX sessions_by_expiry ON public.sessions USING btree (expires_at);

CREATE INDEX sessions_by_person ON public.sessions USING btree (person_id) WHERE (ended_at IS NULL);

CREATE INDEX sign_in_codes_by_contact ON public.sign_in_codes USING btree (kind, value);

CREATE INDEX sign_in_codes_by_expiry ON public.sign_in_codes USING btree (expires_at);

CREATE INDEX sign_in_limits_by_end ON public.sign_in_limits USING btree (window_ends_at);

CREATE INDEX suspensions_in_force ON public.suspensions USING btree (person_id) WHERE (lifted_at IS NULL);

CREATE INDEX territory_guides_by_author ON public.territory_guides USING btree (changed_by);

CREATE INDEX territory_staff_of_territory ON public.territory_staff USING btree (territory_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX territory_staff_once ON public.territory_staff USING btree (person_id, territory_id) WHERE (ended_at IS NULL);

CREATE INDEX transcripts_file ON public.transcripts USING btree (file_id);

CREATE INDEX votes_of_person ON public.votes USING btree (person_id);

CREATE INDEX watched_words_of_organisation ON public.watched_words USING btree (organisation_id, id);

CREATE INDEX withdrawals_asked_by ON public.withdrawals USING btree (asked_by);

CREATE INDEX withdrawals_of ON public.withdrawals USING btree (person_id);

CREATE UNIQUE INDEX withdrawals_open ON public.withdrawals USING btree (person_id) WHERE ((taken_back_at IS NULL) AND (erased_at IS NULL));

CREATE INDEX withdrawals_taken_back_by ON public.withdrawals USING btree (taken_back_by);

CREATE INDEX withdrawn_messages_files ON public.withdrawn_messages USING gin (file_ids);

CREATE TRIGGER audit_log_is_append_only BEFORE DELETE OR UPDATE ON public.audit_log FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_log_is_never_emptied BEFORE TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_seals_are_append_only BEFORE DELETE OR UPDATE ON public.audit_seals FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_seals_are_never_emptied BEFORE TRUNCATE ON public.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE ONLY public.accompanied_chats
    ADD CONSTRAINT accompanied_chats_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.accompanied_chats
    ADD CONSTRAINT accompanied_chats_pupil_id_fkey FOREIGN KEY (pupil_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.accompanied_chats
    ADD CONSTRAINT accompanied_chats_teacher_id_fkey FOREIGN KEY (teacher_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.acquaintances
    ADD CONSTRAINT acquaintances_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.acquaintances
    ADD CONSTRAINT acquaintances_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.alert_staff
    ADD CONSTRAINT alert_staff_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.word_lists(organisation_id);

ALTER TABLE ONLY public.alert_staff
    ADD CONSTRAINT alert_staff_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.application_steps
    ADD CONSTRAINT application_steps_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.applications(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.application_steps
    ADD CONSTRAINT application_steps_done_by_fkey FOREIGN KEY (done_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id);

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.applications
    ADD CONSTRAINT applications_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.asking_reminders
    ADD CONSTRAINT asking_reminders_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.asking_reminders
    ADD CONSTRAINT asking_reminders_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.awaited_contacts
    ADD CONSTRAINT awaited_contacts_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.birth_dates
    ADD CONSTRAINT birth_dates_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.birth_dates
    ADD CONSTRAINT birth_dates_told_by_fkey FOREIGN KEY (told_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.chat_policies
    ADD CONSTRAINT chat_policies_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.classes
    ADD CONSTRAINT classes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.classes
    ADD CONSTRAINT classes_school_year_id_fkey FOREIGN KEY (school_year_id) REFERENCES public.school_years(id);

ALTER TABLE ONLY public.community_guests
    ADD CONSTRAINT community_guests_class_id_fkey FOREIGN KEY (class_id) REFERENCES public.classes(id);

ALTER TABLE ONLY public.community_guests
    ADD CONSTRAINT community_guests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.community_guests
    ADD CONSTRAINT community_guests_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.community_guests
    ADD CONSTRAINT community_guests_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.confirmation_requests
    ADD CONSTRAINT confirmation_requests_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.confirmation_requests
    ADD CONSTRAINT confirmation_requests_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.confirmation_requests
    ADD CONSTRAINT confirmation_requests_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.confirmations
    ADD CONSTRAINT confirmations_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.confirmation_requests(message_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.confirmations
    ADD CONSTRAINT confirmations_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.consent_papers
    ADD CONSTRAINT consent_papers_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.consent_papers
    ADD CONSTRAINT consent_papers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.consent_papers
    ADD CONSTRAINT consent_papers_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.contact_moves
    ADD CONSTRAINT contact_moves_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.contact_moves
    ADD CONSTRAINT contact_moves_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.contact_moves
    ADD CONSTRAINT contact_moves_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.contact_moves
    ADD CONSTRAINT contact_moves_started_by_fkey FOREIGN KEY (started_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.contact_policies
    ADD CONSTRAINT contact_policies_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.contact_policies
    ADD CONSTRAINT contact_policies_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_class_id_fkey FOREIGN KEY (class_id) REFERENCES public.classes(id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_pair_high_fkey FOREIGN KEY (pair_high) REFERENCES public.people(id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_pair_low_fkey FOREIGN KEY (pair_low) REFERENCES public.people(id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_request_by_fkey FOREIGN KEY (request_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.crisis_alerts
    ADD CONSTRAINT crisis_alerts_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.crisis_alerts
    ADD CONSTRAINT crisis_alerts_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.crisis_alerts
    ADD CONSTRAINT crisis_alerts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.crisis_alerts
    ADD CONSTRAINT crisis_alerts_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.enrollments
    ADD CONSTRAINT enrollments_class_id_fkey FOREIGN KEY (class_id) REFERENCES public.classes(id);

ALTER TABLE ONLY public.enrollments
    ADD CONSTRAINT enrollments_guest_of_fkey FOREIGN KEY (guest_of) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.enrollments
    ADD CONSTRAINT enrollments_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT exports_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.exports
    ADD CONSTRAINT exports_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.first_requests
    ADD CONSTRAINT first_requests_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.first_requests
    ADD CONSTRAINT first_requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.folder_tabs
    ADD CONSTRAINT folder_tabs_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.folders
    ADD CONSTRAINT folders_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.former_contacts
    ADD CONSTRAINT former_contacts_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.former_contacts
    ADD CONSTRAINT former_contacts_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardian_consents
    ADD CONSTRAINT guardian_consents_child_id_fkey FOREIGN KEY (child_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardian_consents
    ADD CONSTRAINT guardian_consents_guardian_id_fkey FOREIGN KEY (guardian_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardian_consents
    ADD CONSTRAINT guardian_consents_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardian_quiet_hours
    ADD CONSTRAINT guardian_quiet_hours_child_id_fkey FOREIGN KEY (child_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardian_quiet_hours
    ADD CONSTRAINT guardian_quiet_hours_guardian_id_fkey FOREIGN KEY (guardian_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardianships
    ADD CONSTRAINT guardianships_child_id_fkey FOREIGN KEY (child_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardianships
    ADD CONSTRAINT guardianships_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardianships
    ADD CONSTRAINT guardianships_guardian_id_fkey FOREIGN KEY (guardian_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardianships
    ADD CONSTRAINT guardianships_roster_source_id_fkey FOREIGN KEY (roster_source_id) REFERENCES public.roster_sources(id);

ALTER TABLE ONLY public.hearings
    ADD CONSTRAINT hearings_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.held_chats
    ADD CONSTRAINT held_chats_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.held_chats
    ADD CONSTRAINT held_chats_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.held_messages
    ADD CONSTRAINT held_messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.held_messages
    ADD CONSTRAINT held_messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.held_messages
    ADD CONSTRAINT held_messages_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.hidden_messages
    ADD CONSTRAINT hidden_messages_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.hidden_messages
    ADD CONSTRAINT hidden_messages_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.important_messages
    ADD CONSTRAINT important_messages_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.important_messages
    ADD CONSTRAINT important_messages_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.invite_guesses
    ADD CONSTRAINT invite_guesses_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.invite_links
    ADD CONSTRAINT invite_links_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.invite_links
    ADD CONSTRAINT invite_links_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.join_requests
    ADD CONSTRAINT join_requests_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.join_requests
    ADD CONSTRAINT join_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.join_requests
    ADD CONSTRAINT join_requests_link_id_fkey FOREIGN KEY (link_id) REFERENCES public.invite_links(id);

ALTER TABLE ONLY public.join_requests
    ADD CONSTRAINT join_requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.joining_policies
    ADD CONSTRAINT joining_policies_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.link_guesses
    ADD CONSTRAINT link_guesses_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.mail_digests
    ADD CONSTRAINT mail_digests_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.measures
    ADD CONSTRAINT measures_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.report_cases(id);

ALTER TABLE ONLY public.measures
    ADD CONSTRAINT measures_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.measures
    ADD CONSTRAINT measures_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.measures
    ADD CONSTRAINT measures_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.measures
    ADD CONSTRAINT measures_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.measures
    ADD CONSTRAINT measures_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_write_ban_by_fkey FOREIGN KEY (write_ban_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.message_files
    ADD CONSTRAINT message_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id);

ALTER TABLE ONLY public.message_files
    ADD CONSTRAINT message_files_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.message_reminders
    ADD CONSTRAINT message_reminders_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.message_reminders
    ADD CONSTRAINT message_reminders_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_reply_to_id_fkey FOREIGN KEY (reply_to_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.minor_accesses
    ADD CONSTRAINT minor_accesses_minor_id_fkey FOREIGN KEY (minor_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.minor_accesses
    ADD CONSTRAINT minor_accesses_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.noted_messages
    ADD CONSTRAINT noted_messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.noted_messages
    ADD CONSTRAINT noted_messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.noted_messages
    ADD CONSTRAINT noted_messages_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.notification_choices
    ADD CONSTRAINT notification_choices_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.organisation_endings
    ADD CONSTRAINT organisation_endings_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.organisation_endings
    ADD CONSTRAINT organisation_endings_into_id_fkey FOREIGN KEY (into_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.organisation_endings
    ADD CONSTRAINT organisation_endings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.organisation_endings
    ADD CONSTRAINT organisation_endings_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.outside_flows
    ADD CONSTRAINT outside_flows_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.outside_flows
    ADD CONSTRAINT outside_flows_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.outside_identities
    ADD CONSTRAINT outside_identities_named_by_fkey FOREIGN KEY (named_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.outside_identities
    ADD CONSTRAINT outside_identities_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.own_archives
    ADD CONSTRAINT own_archives_about_id_fkey FOREIGN KEY (about_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.own_archives
    ADD CONSTRAINT own_archives_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.passkey_challenges
    ADD CONSTRAINT passkey_challenges_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT passkeys_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.pinned_messages
    ADD CONSTRAINT pinned_messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.pinned_messages
    ADD CONSTRAINT pinned_messages_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.pinned_messages
    ADD CONSTRAINT pinned_messages_pinned_by_fkey FOREIGN KEY (pinned_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.polls
    ADD CONSTRAINT polls_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.polls
    ADD CONSTRAINT polls_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.portrait_policies
    ADD CONSTRAINT portrait_policies_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.portraits
    ADD CONSTRAINT portraits_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.portraits
    ADD CONSTRAINT portraits_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.push_subscriptions
    ADD CONSTRAINT push_subscriptions_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.push_subscriptions
    ADD CONSTRAINT push_subscriptions_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.pushed_chats
    ADD CONSTRAINT pushed_chats_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.pushed_chats
    ADD CONSTRAINT pushed_chats_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.quiet_exceptions
    ADD CONSTRAINT quiet_exceptions_allowed_by_fkey FOREIGN KEY (allowed_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.quiet_exceptions
    ADD CONSTRAINT quiet_exceptions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.quiet_hours
    ADD CONSTRAINT quiet_hours_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.quiet_summaries
    ADD CONSTRAINT quiet_summaries_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.reactions
    ADD CONSTRAINT reactions_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.reactions
    ADD CONSTRAINT reactions_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.remembered_devices
    ADD CONSTRAINT remembered_devices_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.repeated_texts
    ADD CONSTRAINT repeated_texts_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.repeated_texts
    ADD CONSTRAINT repeated_texts_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.report_cases
    ADD CONSTRAINT report_cases_accused_id_fkey FOREIGN KEY (accused_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.report_cases
    ADD CONSTRAINT report_cases_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.report_cases
    ADD CONSTRAINT report_cases_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.report_cases
    ADD CONSTRAINT report_cases_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.report_cases(id);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.roster_changes
    ADD CONSTRAINT roster_changes_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.roster_imports(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roster_imports
    ADD CONSTRAINT roster_imports_applied_by_fkey FOREIGN KEY (applied_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.roster_imports
    ADD CONSTRAINT roster_imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.roster_links
    ADD CONSTRAINT roster_links_joined_id_fkey FOREIGN KEY (joined_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.roster_links
    ADD CONSTRAINT roster_links_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.roster_sources(id);

ALTER TABLE ONLY public.roster_sources
    ADD CONSTRAINT roster_sources_workbook_of_fkey FOREIGN KEY (workbook_of) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.safe_mode_locks
    ADD CONSTRAINT safe_mode_locks_child_id_fkey FOREIGN KEY (child_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.safe_mode_locks
    ADD CONSTRAINT safe_mode_locks_guardian_id_fkey FOREIGN KEY (guardian_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.safe_modes
    ADD CONSTRAINT safe_modes_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.safe_modes
    ADD CONSTRAINT safe_modes_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.scheduled_files
    ADD CONSTRAINT scheduled_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id);

ALTER TABLE ONLY public.scheduled_files
    ADD CONSTRAINT scheduled_files_scheduled_id_fkey FOREIGN KEY (scheduled_id) REFERENCES public.scheduled_messages(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.scheduled_messages
    ADD CONSTRAINT scheduled_messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.scheduled_messages
    ADD CONSTRAINT scheduled_messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.scheduled_messages
    ADD CONSTRAINT scheduled_messages_reply_to_id_fkey FOREIGN KEY (reply_to_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.school_invites
    ADD CONSTRAINT school_invites_child_id_fkey FOREIGN KEY (child_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.school_invites
    ADD CONSTRAINT school_invites_class_id_fkey FOREIGN KEY (class_id) REFERENCES public.classes(id);

ALTER TABLE ONLY public.school_invites
    ADD CONSTRAINT school_invites_expected_id_fkey FOREIGN KEY (expected_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.school_invites
    ADD CONSTRAINT school_invites_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.school_invites
    ADD CONSTRAINT school_invites_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.school_joinings
    ADD CONSTRAINT school_joinings_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.school_joinings
    ADD CONSTRAINT school_joinings_invite_id_fkey FOREIGN KEY (invite_id) REFERENCES public.school_invites(id);

ALTER TABLE ONLY public.school_joinings
    ADD CONSTRAINT school_joinings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.school_joinings
    ADD CONSTRAINT school_joinings_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.school_year_changes
    ADD CONSTRAINT school_year_changes_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.school_year_changes
    ADD CONSTRAINT school_year_changes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.school_year_changes
    ADD CONSTRAINT school_year_changes_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.school_years
    ADD CONSTRAINT school_years_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.second_factor_drafts
    ADD CONSTRAINT second_factor_drafts_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.second_factors
    ADD CONSTRAINT second_factors_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.suspensions
    ADD CONSTRAINT suspensions_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.suspensions
    ADD CONSTRAINT suspensions_suspended_by_fkey FOREIGN KEY (suspended_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.territory_guides
    ADD CONSTRAINT territory_guides_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.territory_guides
    ADD CONSTRAINT territory_guides_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.territory_staff
    ADD CONSTRAINT territory_staff_appointed_by_fkey FOREIGN KEY (appointed_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.territory_staff
    ADD CONSTRAINT territory_staff_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.territory_staff
    ADD CONSTRAINT territory_staff_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.transcripts
    ADD CONSTRAINT transcripts_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.voice_choices
    ADD CONSTRAINT voice_choices_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.polls(message_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.votes
    ADD CONSTRAINT votes_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.watched_words
    ADD CONSTRAINT watched_words_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.word_lists(organisation_id);

ALTER TABLE ONLY public.withdrawals
    ADD CONSTRAINT withdrawals_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.withdrawals
    ADD CONSTRAINT withdrawals_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.withdrawals
    ADD CONSTRAINT withdrawals_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES public.people(id);

ALTER TABLE ONLY public.withdrawn_messages
    ADD CONSTRAINT withdrawn_messages_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.word_lists
    ADD CONSTRAINT word_lists_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
