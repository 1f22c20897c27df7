-- What the migrations make; written by `parta schema`, compared by `make check`. Do not edit.

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END $$;

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
    CONSTRAINT classes_kind_check CHECK ((kind = ANY (ARRAY['homeroom'::text, 'subject'::text])))
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
    CONSTRAINT enrollments_role_check CHECK ((role = ANY (ARRAY['pupil'::text, 'teacher'::text]))),
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
    CONSTRAINT organisations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300))),
    CONSTRAINT organisations_short_name_check CHECK ((length(short_name) <= 100)),
    CONSTRAINT organisations_type_check CHECK ((type = ANY (ARRAY['school'::text, 'vocational'::text, 'additional'::text, 'district'::text])))
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
    c.subject
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
    CONSTRAINT conversations_automatic_check CHECK ((automatic = ANY (ARRAY['teachers'::text, 'class'::text, 'class_parents'::text, 'parents_only'::text, 'subject'::text]))),
    CONSTRAINT conversations_check CHECK (((kind = 'direct'::text) = ((pair_low IS NOT NULL) AND (pair_high IS NOT NULL) AND (pair_low < pair_high)))),
    CONSTRAINT conversations_kind_check CHECK ((kind = ANY (ARRAY['direct'::text, 'group'::text, 'favourites'::text]))),
    CONSTRAINT conversations_request_state_check CHECK ((request_state = ANY (ARRAY['waiting'::text, 'declined'::text])))
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

CREATE TABLE public.guardianships (
    guardian_id bigint NOT NULL,
    child_id bigint NOT NULL,
    relation text DEFAULT 'parent'::text NOT NULL,
    source text NOT NULL,
    roster_source_id bigint,
    ended_at timestamp with time zone,
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
    CONSTRAINT roles_check CHECK (((role = 'operator'::text) = (organisation_id IS NULL))),
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

CREATE TABLE public.events (
    stream text NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    subject text,
    body text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
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
    CONSTRAINT files_check CHECK (((received >= 0) AND (received <= size))),
    CONSTRAINT files_check1 CHECK (((state <> 'ready'::text) OR (received = size))),
    CONSTRAINT files_check2 CHECK (((preview_state = 'ready'::text) = (preview_key IS NOT NULL))),
    CONSTRAINT files_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'document'::text]))),
    CONSTRAINT files_name_check CHECK (((name <> ''::text) AND (length(name) <= 255))),
    CONSTRAINT files_preview_state_check CHECK ((preview_state = ANY (ARRAY['none'::text, 'waiting'::text, 'ready'::text, 'failed'::text]))),
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
    CONSTRAINT members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'administrator'::text, 'member'::text]))),
    CONSTRAINT members_source_check CHECK ((source = ANY (ARRAY['manual'::text, 'automatic'::text])))
)
WITH (fillfactor='70');

CREATE TABLE public.message_files (
    message_id bigint NOT NULL,
    "position" smallint NOT NULL,
    file_id bigint NOT NULL
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

ALTER TABLE public.organisations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisations_id_seq
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

CREATE TABLE public.reactions (
    message_id bigint NOT NULL,
    person_id bigint NOT NULL,
    emoji text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reactions_emoji_check CHECK ((length(emoji) <= 32))
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
    CONSTRAINT roster_links_entity_check CHECK ((entity = ANY (ARRAY['org'::text, 'year'::text, 'class'::text, 'user'::text])))
);

CREATE TABLE public.roster_sources (
    id bigint NOT NULL,
    title text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.roster_sources ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.roster_sources_id_seq
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

CREATE TABLE public.sessions (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    token_hash bytea NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    ip text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
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

CREATE VIEW public.teaching AS
 SELECT t.person_id AS teacher_id,
    p.person_id AS pupil_id,
    t.class_id,
    t.organisation_id,
    t.class_teacher
   FROM (public.current_enrollments t
     JOIN public.current_enrollments p ON (((p.class_id = t.class_id) AND (p.role = 'pupil'::text))))
  WHERE (t.role = 'teacher'::text);

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.classes
    ADD CONSTRAINT classes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_kind_value_key UNIQUE (kind, value);

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.enrollments
    ADD CONSTRAINT enrollments_pkey PRIMARY KEY (class_id, person_id, role);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (stream, seq);

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_blob_key_key UNIQUE (blob_key);

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.guardianships
    ADD CONSTRAINT guardianships_pkey PRIMARY KEY (guardian_id, child_id);

ALTER TABLE ONLY public.hidden_messages
    ADD CONSTRAINT hidden_messages_pkey PRIMARY KEY (person_id, message_id);

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (owner, key);

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (conversation_id, person_id);

ALTER TABLE ONLY public.message_files
    ADD CONSTRAINT message_files_pkey PRIMARY KEY (message_id, "position");

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_author_id_client_id_key UNIQUE (author_id, client_id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_conversation_id_number_key UNIQUE (conversation_id, number);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reactions
    ADD CONSTRAINT reactions_pkey PRIMARY KEY (message_id, person_id, emoji);

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

ALTER TABLE ONLY public.school_years
    ADD CONSTRAINT school_years_pkey PRIMARY KEY (id);

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

CREATE INDEX audit_log_of_organisation ON public.audit_log USING btree (organisation_id, id);

CREATE INDEX audit_log_of_subject ON public.audit_log USING btree (subject, id);

CREATE INDEX classes_of_organisation ON public.classes USING btree (organisation_id, id);

CREATE UNIQUE INDEX consents_in_force ON public.consents USING btree (person_id, document, version) WHERE (withdrawn_at IS NULL);

CREATE INDEX contacts_by_person ON public.contacts USING btree (person_id);

CREATE UNIQUE INDEX conversations_automatic ON public.conversations USING btree (automatic, organisation_id, COALESCE(class_id, (0)::bigint)) WHERE (automatic IS NOT NULL);

CREATE UNIQUE INDEX conversations_favourites ON public.conversations USING btree (created_by) WHERE (kind = 'favourites'::text);

CREATE UNIQUE INDEX conversations_of_pair ON public.conversations USING btree (pair_low, pair_high) WHERE (kind = 'direct'::text);

CREATE INDEX enrollments_of_person ON public.enrollments USING btree (person_id, class_id) WHERE (ended_at IS NULL);

CREATE INDEX events_by_age ON public.events USING brin (at);

CREATE INDEX files_owner ON public.files USING btree (owner_id) INCLUDE (size);

CREATE INDEX files_unfinished ON public.files USING btree (owner_id) WHERE (state = 'uploading'::text);

CREATE INDEX guardianships_of_child ON public.guardianships USING btree (child_id) WHERE (ended_at IS NULL);

CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at);

CREATE INDEX jobs_due ON public.jobs USING btree (due_at) WHERE (failed_at IS NULL);

CREATE UNIQUE INDEX jobs_once ON public.jobs USING btree (kind, key) WHERE ((key IS NOT NULL) AND (failed_at IS NULL));

CREATE INDEX members_by_reading ON public.members USING btree (conversation_id, read_number DESC) WHERE (left_at IS NULL);

CREATE INDEX members_of_person ON public.members USING btree (person_id) WHERE (left_at IS NULL);

CREATE INDEX message_files_by_file ON public.message_files USING btree (file_id);

CREATE INDEX organisations_of_parent ON public.organisations USING btree (parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX roles_of_organisation ON public.roles USING btree (organisation_id, role, person_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX roles_once ON public.roles USING btree (person_id, COALESCE(organisation_id, (0)::bigint), role) WHERE (ended_at IS NULL);

CREATE INDEX roster_changes_by_kind ON public.roster_changes USING btree (import_id, kind, "position");

CREATE INDEX roster_imports_in_order ON public.roster_imports USING btree (id DESC);

CREATE INDEX roster_links_of_entity ON public.roster_links USING btree (entity, entity_id);

CREATE INDEX school_years_of_organisation ON public.school_years USING btree (organisation_id);

CREATE INDEX sessions_by_expiry ON public.sessions USING btree (expires_at);

CREATE INDEX sessions_by_person ON public.sessions USING btree (person_id) WHERE (ended_at IS NULL);

CREATE INDEX sign_in_codes_by_contact ON public.sign_in_codes USING btree (kind, value);

CREATE INDEX sign_in_codes_by_expiry ON public.sign_in_codes USING btree (expires_at);

CREATE INDEX sign_in_limits_by_end ON public.sign_in_limits USING btree (window_ends_at);

CREATE TRIGGER audit_log_is_append_only BEFORE DELETE OR UPDATE ON public.audit_log FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_log_is_never_emptied BEFORE TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE ONLY public.classes
    ADD CONSTRAINT classes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.classes
    ADD CONSTRAINT classes_school_year_id_fkey FOREIGN KEY (school_year_id) REFERENCES public.school_years(id);

ALTER TABLE ONLY public.consents
    ADD CONSTRAINT consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

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

ALTER TABLE ONLY public.enrollments
    ADD CONSTRAINT enrollments_class_id_fkey FOREIGN KEY (class_id) REFERENCES public.classes(id);

ALTER TABLE ONLY public.enrollments
    ADD CONSTRAINT enrollments_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardianships
    ADD CONSTRAINT guardianships_child_id_fkey FOREIGN KEY (child_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardianships
    ADD CONSTRAINT guardianships_guardian_id_fkey FOREIGN KEY (guardian_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.guardianships
    ADD CONSTRAINT guardianships_roster_source_id_fkey FOREIGN KEY (roster_source_id) REFERENCES public.roster_sources(id);

ALTER TABLE ONLY public.hidden_messages
    ADD CONSTRAINT hidden_messages_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.hidden_messages
    ADD CONSTRAINT hidden_messages_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.message_files
    ADD CONSTRAINT message_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id);

ALTER TABLE ONLY public.message_files
    ADD CONSTRAINT message_files_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.people(id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_reply_to_id_fkey FOREIGN KEY (reply_to_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.reactions
    ADD CONSTRAINT reactions_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.reactions
    ADD CONSTRAINT reactions_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);

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
    ADD CONSTRAINT roster_links_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.roster_sources(id);

ALTER TABLE ONLY public.school_years
    ADD CONSTRAINT school_years_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id);
