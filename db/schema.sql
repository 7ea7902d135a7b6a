-- Made from the migrations by `node db/testing/write-schema.ts`; a test holds it against them.

create table ad_consents (
  tenant uuid not null,
  digits text not null,
  night boolean not null,
  source text not null,
  consented_at timestamp(3) with time zone not null default CURRENT_TIMESTAMP,
  withdrawn_at timestamp(3) with time zone,
  constraint ad_consents_pkey PRIMARY KEY (tenant, digits),
  constraint ad_consents_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id)
);

create table api_keys (
  id uuid not null,
  tenant uuid not null,
  name text not null,
  prefix text not null,
  token_hash character(64) not null,
  scopes text[] not null,
  created_by uuid,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  expires_at timestamp with time zone,
  constraint api_keys_token_hash_unique UNIQUE (token_hash),
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id)
);

create table audio_blobs (
  sha256 character(64) not null,
  bytes bytea not null,
  size integer not null,
  ms integer not null,
  rate integer not null,
  wanted_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint audio_blobs_pkey PRIMARY KEY (sha256),
  constraint audio_blobs_rate_check CHECK ((rate = ANY (ARRAY[8000, 16000]))),
  constraint audio_blobs_size_check CHECK (((size = octet_length(bytes)) AND (size < ((32 * 1024) * 1024))))
);

create table audit_log (
  id bigint not null default nextval('audit_log_id_seq'::regclass),
  effect uuid not null,
  tenant uuid,
  actor_kind text not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint audit_log_effect_unique UNIQUE (effect),
  constraint audit_log_pkey PRIMARY KEY (id),
  constraint audit_log_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id)
);

create table calendars (
  id uuid not null,
  tenant uuid not null,
  owner_kind text not null,
  owner_ref text,
  name text not null,
  settings jsonb not null,
  revision integer not null default 1,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_by uuid,
  removed_at timestamp with time zone,
  constraint calendars_pkey PRIMARY KEY (id),
  constraint calendars_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint calendars_updated_by_foreign FOREIGN KEY (updated_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint calendars_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['company'::text, 'number'::text, 'user'::text, 'department'::text]))),
  constraint calendars_owner_ref_check CHECK (((owner_kind = 'company'::text) = (owner_ref IS NULL)))
);

create table call_steps (
  call uuid not null,
  seq integer not null,
  block text not null,
  block_type text not null,
  verb integer,
  verb_kind text,
  prompts text[],
  digits text,
  outcome text,
  entered_at timestamp with time zone not null,
  left_at timestamp with time zone,
  recording text,
  note text,
  constraint call_steps_pkey PRIMARY KEY (call, seq)
);

create table calls (
  call uuid not null,
  tenant uuid not null,
  node text not null,
  core_uuid uuid not null,
  direction text not null,
  called text not null,
  caller text not null,
  scenario_hash character(64),
  state text not null,
  arrived_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  result text,
  reason text,
  parent_call uuid,
  misses integer not null default 0,
  missing_since timestamp with time zone,
  missed_at timestamp with time zone,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  facet text not null default ((("left"(direction, 1) || '-'::text) || COALESCE(result, state)) ||
CASE
    WHEN (answered_at IS NULL) THEN ''::text
    ELSE '-answered'::text
END),
  constraint calls_pkey PRIMARY KEY (call),
  constraint calls_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint calls_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text]))),
  constraint calls_outcome_check CHECK ((((state = 'ended'::text) = (result IS NOT NULL)) AND ((state = 'ended'::text) = (reason IS NOT NULL)) AND ((state = 'ended'::text) = (ended_at IS NOT NULL)))),
  constraint calls_state_check CHECK ((state = ANY (ARRAY['starting'::text, 'active'::text, 'ended'::text])))
);

create table declared_holidays (
  id uuid not null default gen_random_uuid(),
  date date not null,
  name text not null,
  tenant uuid,
  constraint declared_holidays_pkey PRIMARY KEY (id),
  constraint declared_holidays_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id)
);

create table dial_attempts (
  leg uuid not null,
  call uuid not null,
  verb integer not null,
  target_kind text not null,
  target text not null,
  node text not null,
  state text not null default 'planned'::text,
  cause text,
  planned_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  sent_at timestamp with time zone,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  trunk text,
  trunk_at timestamp with time zone,
  constraint dial_attempts_call_verb_unique UNIQUE (call, verb),
  constraint dial_attempts_pkey PRIMARY KEY (leg),
  constraint dial_attempts_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'sent'::text, 'answered'::text, 'ended'::text, 'unknown'::text]))),
  constraint dial_attempts_target_kind_check CHECK ((target_kind = ANY (ARRAY['phone'::text, 'extension'::text])))
);

create table http_hosts (
  id uuid not null,
  tenant uuid not null,
  host text not null,
  token text,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint http_hosts_tenant_host_unique UNIQUE (tenant, host),
  constraint http_hosts_pkey PRIMARY KEY (id),
  constraint http_hosts_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id)
);

create table inbound_texts (
  id uuid not null,
  tenant uuid not null,
  provider text not null,
  provider_id text not null,
  ours text not null,
  other text not null,
  subject text,
  text text not null,
  at timestamp(3) with time zone not null,
  read_at timestamp with time zone,
  constraint inbound_texts_provider_provider_id_unique UNIQUE (provider, provider_id),
  constraint inbound_texts_pkey PRIMARY KEY (id),
  constraint inbound_texts_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id)
);

create table letterings (
  id uuid not null,
  tenant uuid not null,
  digits text not null,
  phrase text not null,
  carrier text not null,
  state text not null,
  note text,
  requested_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  decided_at timestamp with time zone,
  constraint letterings_pkey PRIMARY KEY (id),
  constraint letterings_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint letterings_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'active'::text, 'rejected'::text, 'ended'::text])))
);

create table message_batches (
  id uuid not null,
  message uuid not null,
  provider text not null,
  handle text,
  created_at timestamp(3) with time zone not null default CURRENT_TIMESTAMP,
  closed_at timestamp(3) with time zone,
  constraint message_batches_pkey PRIMARY KEY (id),
  constraint message_batches_message_foreign FOREIGN KEY (message) REFERENCES messages(id) ON DELETE CASCADE
);

create table message_images (
  id uuid not null,
  tenant uuid not null,
  bytes bytea not null,
  size integer not null,
  width integer not null,
  height integer not null,
  sha256 character(64) not null,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint message_images_tenant_sha256_unique UNIQUE (tenant, sha256),
  constraint message_images_pkey PRIMARY KEY (id),
  constraint message_images_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint message_images_size_check CHECK (((size = octet_length(bytes)) AND (size < (300 * 1024))))
);

create table message_recipients (
  id uuid not null,
  message uuid not null,
  tenant uuid not null,
  position integer not null,
  digits text not null,
  name text not null,
  text text not null,
  channel text not null,
  fallback_channel text,
  fallback_text text,
  variables jsonb not null,
  night boolean not null,
  outcome text not null,
  exclusion text,
  constraint message_recipients_message_position_unique UNIQUE (message, "position"),
  constraint message_recipients_pkey PRIMARY KEY (id),
  constraint message_recipients_message_foreign FOREIGN KEY (message) REFERENCES messages(id) ON DELETE CASCADE,
  constraint message_recipients_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint message_recipients_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'lms'::text, 'mms'::text, 'alimtalk'::text]))),
  constraint message_recipients_excluded_check CHECK (((outcome = 'excluded'::text) = (exclusion IS NOT NULL))),
  constraint message_recipients_exclusion_check CHECK (((exclusion IS NULL) OR (exclusion = ANY (ARRAY['not-a-number'::text, 'not-mobile'::text, 'duplicate'::text, 'opted-out'::text, 'no-consent'::text])))),
  constraint message_recipients_fallback_check CHECK ((((fallback_text IS NULL) = (fallback_channel IS NULL)) AND ((fallback_channel IS NULL) OR (fallback_channel = ANY (ARRAY['sms'::text, 'lms'::text]))))),
  constraint message_recipients_outcome_check CHECK ((outcome = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'unknown'::text, 'excluded'::text, 'cancelled'::text])))
);

create table message_sends (
  id uuid not null,
  recipient uuid not null,
  message uuid not null,
  tenant uuid not null,
  round integer not null,
  step integer not null,
  channel text not null,
  state text not null default 'waiting'::text,
  batch uuid,
  provider text,
  provider_id text,
  due_at timestamp(3) with time zone not null,
  tries integer not null default 0,
  code text,
  reason text,
  created_at timestamp(3) with time zone not null default CURRENT_TIMESTAMP,
  submitted_at timestamp(3) with time zone,
  accepted_at timestamp(3) with time zone,
  looked_at timestamp(3) with time zone,
  settled_at timestamp(3) with time zone,
  constraint message_sends_recipient_round_step_unique UNIQUE (recipient, round, step),
  constraint message_sends_pkey PRIMARY KEY (id),
  constraint message_sends_batch_foreign FOREIGN KEY (batch) REFERENCES message_batches(id),
  constraint message_sends_message_foreign FOREIGN KEY (message) REFERENCES messages(id) ON DELETE CASCADE,
  constraint message_sends_recipient_foreign FOREIGN KEY (recipient) REFERENCES message_recipients(id) ON DELETE CASCADE,
  constraint message_sends_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint message_sends_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'lms'::text, 'mms'::text, 'alimtalk'::text]))),
  constraint message_sends_round_check CHECK (((round >= 1) AND (step = ANY (ARRAY[0, 1])))),
  constraint message_sends_settled_check CHECK (((state = ANY (ARRAY['delivered'::text, 'failed'::text, 'unknown'::text, 'cancelled'::text])) = (settled_at IS NOT NULL))),
  constraint message_sends_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'submitting'::text, 'accepted'::text, 'delivered'::text, 'failed'::text, 'unknown'::text, 'cancelled'::text]))),
  constraint message_sends_submitting_check CHECK (((state <> 'submitting'::text) OR ((batch IS NOT NULL) AND (submitted_at IS NOT NULL))))
);

create table message_settings (
  tenant uuid not null,
  allow_representative boolean not null default false,
  ad_sender_name text,
  opt_out_number text,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint message_settings_pkey PRIMARY KEY (tenant),
  constraint message_settings_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id)
);

create table message_templates (
  id uuid not null,
  tenant uuid not null,
  name text not null,
  kind text not null,
  purpose text not null,
  subject text,
  body text not null,
  sms_body text,
  alimtalk_channel text,
  alimtalk_code text,
  alimtalk_state text,
  review_note text,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  removed_at timestamp with time zone,
  constraint message_templates_pkey PRIMARY KEY (id),
  constraint message_templates_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint message_templates_alimtalk_check CHECK ((((kind = 'alimtalk'::text) = (alimtalk_state IS NOT NULL)) AND ((alimtalk_state IS NULL) OR (alimtalk_state = ANY (ARRAY['pending'::text, 'inspecting'::text, 'approved'::text, 'rejected'::text]))))),
  constraint message_templates_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'alimtalk'::text]))),
  constraint message_templates_purpose_check CHECK ((purpose = ANY (ARRAY['info'::text, 'ad'::text])))
);

create table messages (
  id uuid not null,
  tenant uuid not null,
  key text not null,
  content_hash character(64) not null,
  purpose text not null,
  channel text not null,
  sender text not null,
  subject text,
  body text not null,
  template uuid,
  alimtalk_channel text,
  alimtalk_code text,
  image uuid,
  fallback boolean not null,
  origin text not null,
  origin_ref text,
  created_by text not null,
  provider text not null,
  state text not null,
  due_at timestamp(3) with time zone not null,
  round integer not null default 1,
  longest_bytes integer not null,
  total integer not null default 0,
  excluded integer not null default 0,
  delivered integer not null default 0,
  failed integer not null default 0,
  unknown integer not null default 0,
  cancelled integer not null default 0,
  created_at timestamp(3) with time zone not null default CURRENT_TIMESTAMP,
  touched_at timestamp(3) with time zone not null default CURRENT_TIMESTAMP,
  sent_at timestamp(3) with time zone,
  finished_at timestamp(3) with time zone,
  constraint messages_tenant_key_unique UNIQUE (tenant, key),
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_image_foreign FOREIGN KEY (image) REFERENCES message_images(id),
  constraint messages_template_foreign FOREIGN KEY (template) REFERENCES message_templates(id),
  constraint messages_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint messages_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'lms'::text, 'mms'::text, 'alimtalk'::text]))),
  constraint messages_counts_check CHECK (((LEAST(excluded, delivered, failed, unknown, cancelled) >= 0) AND (((((excluded + delivered) + failed) + unknown) + cancelled) <= total))),
  constraint messages_origin_check CHECK ((origin = ANY (ARRAY['console'::text, 'api'::text, 'call'::text, 'workflow'::text]))),
  constraint messages_purpose_check CHECK ((purpose = ANY (ARRAY['info'::text, 'ad'::text]))),
  constraint messages_state_check CHECK ((state = ANY (ARRAY['scheduled'::text, 'starting'::text, 'active'::text, 'done'::text, 'cancelled'::text])))
);

create table numbers (
  digits text not null,
  tenant uuid not null,
  scenario_hash character(64),
  fallback_prompt text not null,
  enabled boolean not null default true,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  since timestamp with time zone not null default CURRENT_TIMESTAMP,
  edited_at timestamp with time zone,
  scenario uuid,
  calendar uuid,
  constraint numbers_pkey PRIMARY KEY (digits),
  constraint numbers_calendar_foreign FOREIGN KEY (calendar) REFERENCES calendars(id),
  constraint numbers_scenario_foreign FOREIGN KEY (scenario) REFERENCES scenarios(id),
  constraint numbers_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint numbers_tenant_scenario_hash_foreign FOREIGN KEY (tenant, scenario_hash) REFERENCES scenario_versions(tenant, hash),
  constraint numbers_digits_check CHECK ((digits ~ '^[+]{0,1}[0-9]{1,20}$'::text))
);

create table one_time_links (
  token_hash character(64) not null,
  kind text not null,
  account uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint one_time_links_pkey PRIMARY KEY (token_hash),
  constraint one_time_links_account_foreign FOREIGN KEY (account) REFERENCES users(id) ON DELETE CASCADE,
  constraint one_time_links_kind_check CHECK ((kind = ANY (ARRAY['sign-in'::text, 'invite'::text, 'reset'::text])))
);

create table opt_outs (
  tenant uuid not null,
  digits text not null,
  scope text not null,
  source text not null,
  note text,
  at timestamp(3) with time zone not null default CURRENT_TIMESTAMP,
  constraint opt_outs_pkey PRIMARY KEY (tenant, digits),
  constraint opt_outs_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint opt_outs_scope_check CHECK ((scope = ANY (ARRAY['ad'::text, 'all'::text]))),
  constraint opt_outs_source_check CHECK ((source = ANY (ARRAY['person'::text, '080'::text, 'provider'::text, 'import'::text])))
);

create table outbox (
  id uuid not null,
  tenant uuid not null,
  kind text not null,
  to_address text not null,
  subject text not null,
  body text not null,
  state text not null,
  attempts integer not null default 0,
  last_error text,
  created_at timestamp(3) with time zone not null default CURRENT_TIMESTAMP,
  due_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  claimed_at timestamp with time zone,
  sent_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint outbox_sent_check CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'queued'::text, 'sending'::text, 'sent'::text, 'failed'::text])))
);

create table outbox_texts (
  id uuid not null,
  ref uuid not null,
  tenant uuid not null,
  channel text not null,
  sender text not null,
  digits text not null,
  subject text,
  text text not null,
  image uuid,
  at timestamp(3) with time zone not null default CURRENT_TIMESTAMP,
  constraint outbox_texts_ref_unique UNIQUE (ref),
  constraint outbox_texts_pkey PRIMARY KEY (id),
  constraint outbox_texts_image_foreign FOREIGN KEY (image) REFERENCES message_images(id),
  constraint outbox_texts_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint outbox_texts_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'lms'::text, 'mms'::text, 'alimtalk'::text])))
);

create table part_health (
  role text not null,
  instance text not null,
  part text not null,
  ok boolean not null,
  last_success_at timestamp with time zone,
  last_error_at timestamp with time zone,
  last_error text,
  reported_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  version text,
  constraint part_health_pkey PRIMARY KEY (role, instance, part)
);

create table prices (
  id uuid not null,
  tenant uuid,
  kind text not null,
  won numeric(12,3) not null,
  valid_from date not null,
  constraint prices_pkey PRIMARY KEY (id),
  constraint prices_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint prices_kind_check CHECK ((kind = ANY (ARRAY['sms'::text, 'lms'::text, 'mms'::text, 'alimtalk'::text, 'lettering'::text, 'tts'::text, 'stt'::text, 'storage'::text]))),
  constraint prices_won_check CHECK ((won >= (0)::numeric))
);

create table prompt_files (
  id uuid not null,
  tenant uuid not null,
  prompt uuid,
  language text not null,
  path text not null,
  sha256 character(64) not null,
  ms integer not null,
  text text not null,
  source text not null,
  voice text,
  current boolean not null default true,
  created_at timestamp(3) with time zone not null default CURRENT_TIMESTAMP,
  created_by uuid,
  constraint prompt_files_pkey PRIMARY KEY (id),
  constraint prompt_files_created_by_foreign FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint prompt_files_prompt_foreign FOREIGN KEY (prompt) REFERENCES prompts(id),
  constraint prompt_files_sha256_foreign FOREIGN KEY (sha256) REFERENCES audio_blobs(sha256),
  constraint prompt_files_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint prompt_files_language_check CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text]))),
  constraint prompt_files_path_check CHECK ((path = (('u/'::text || substr((sha256)::text, 1, 32)) || '.wav'::text))),
  constraint prompt_files_source_check CHECK ((source = ANY (ARRAY['upload'::text, 'microphone'::text, 'phone'::text, 'tts'::text])))
);

create table prompt_record_calls (
  id uuid not null,
  tenant uuid not null,
  prompt uuid not null,
  language text not null,
  extension text not null,
  state text not null default 'calling'::text,
  reason text,
  created_by uuid,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint prompt_record_calls_pkey PRIMARY KEY (id),
  constraint prompt_record_calls_created_by_foreign FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint prompt_record_calls_prompt_foreign FOREIGN KEY (prompt) REFERENCES prompts(id),
  constraint prompt_record_calls_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint prompt_record_calls_state_check CHECK ((state = ANY (ARRAY['calling'::text, 'recording'::text, 'done'::text, 'failed'::text])))
);

create table prompt_spread (
  node text not null,
  sha256 character(64) not null,
  at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint prompt_spread_pkey PRIMARY KEY (node, sha256),
  constraint prompt_spread_sha256_foreign FOREIGN KEY (sha256) REFERENCES audio_blobs(sha256)
);

create table prompts (
  id uuid not null,
  tenant uuid not null,
  name text not null,
  kind text not null,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  removed_at timestamp with time zone,
  constraint prompts_pkey PRIMARY KEY (id),
  constraint prompts_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint prompts_kind_check CHECK ((kind = ANY (ARRAY['speech'::text, 'music'::text])))
);

create table rate_limits (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint,
  constraint rate_limits_pkey PRIMARY KEY (key)
);

create table scenario_tests (
  id uuid not null,
  scenario uuid not null,
  name text not null,
  given jsonb not null,
  expect jsonb not null,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint scenario_tests_scenario_name_unique UNIQUE (scenario, name),
  constraint scenario_tests_pkey PRIMARY KEY (id),
  constraint scenario_tests_scenario_foreign FOREIGN KEY (scenario) REFERENCES scenarios(id)
);

create table scenario_versions (
  hash character(64) not null,
  tenant uuid not null,
  name text not null,
  document jsonb not null,
  parts jsonb not null,
  published_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  version integer not null,
  scenario uuid,
  note text not null default ''::text,
  published_by uuid,
  constraint scenario_versions_tenant_name_version_unique UNIQUE (tenant, name, version),
  constraint scenario_versions_pkey PRIMARY KEY (tenant, hash),
  constraint scenario_versions_published_by_foreign FOREIGN KEY (published_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint scenario_versions_scenario_foreign FOREIGN KEY (scenario) REFERENCES scenarios(id),
  constraint scenario_versions_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id)
);

create table scenarios (
  id uuid not null,
  tenant uuid not null,
  name text not null,
  document jsonb not null,
  layout jsonb not null default '{}'::jsonb,
  revision integer not null default 1,
  live_hash character(64),
  edited_at timestamp with time zone,
  removed_at timestamp with time zone,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_by uuid,
  constraint scenarios_pkey PRIMARY KEY (id),
  constraint scenarios_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint scenarios_tenant_live_hash_foreign FOREIGN KEY (tenant, live_hash) REFERENCES scenario_versions(tenant, hash),
  constraint scenarios_updated_by_foreign FOREIGN KEY (updated_by) REFERENCES users(id) ON DELETE SET NULL
);

create table sender_numbers (
  id uuid not null,
  tenant uuid not null,
  digits text not null,
  label text not null,
  state text not null,
  note text,
  is_main boolean not null default false,
  user_id uuid,
  requested_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  decided_at timestamp with time zone,
  decided_by text,
  constraint sender_numbers_tenant_digits_unique UNIQUE (tenant, digits),
  constraint sender_numbers_pkey PRIMARY KEY (id),
  constraint sender_numbers_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint sender_numbers_user_id_foreign FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint sender_numbers_digits_check CHECK ((digits ~ '^[0-9]{3,15}$'::text)),
  constraint sender_numbers_main_check CHECK (((NOT is_main) OR (state = 'verified'::text))),
  constraint sender_numbers_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'verified'::text, 'rejected'::text])))
);

create table sessions (
  id uuid not null,
  token_hash character(64) not null,
  account uuid not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  user_agent text not null,
  address text not null,
  revoked_at timestamp with time zone,
  constraint sessions_token_hash_unique UNIQUE (token_hash),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_account_foreign FOREIGN KEY (account) REFERENCES users(id) ON DELETE CASCADE
);

create table sip_accounts (
  extension text not null,
  tenant uuid not null,
  a1_hash character(32) not null,
  display_name text,
  enabled boolean not null default true,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint sip_accounts_pkey PRIMARY KEY (extension),
  constraint sip_accounts_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint sip_accounts_extension_check CHECK ((extension ~ '^[0-9]{2,8}$'::text))
);

create table speech_made (
  tenant uuid not null,
  key character(64) not null,
  sha256 character(64) not null,
  characters integer not null,
  made_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint speech_made_pkey PRIMARY KEY (tenant, key),
  constraint speech_made_sha256_foreign FOREIGN KEY (sha256) REFERENCES audio_blobs(sha256),
  constraint speech_made_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id)
);

create table switch_status (
  node text not null,
  version text,
  up_since timestamp with time zone,
  sessions integer,
  max_sessions integer,
  reported_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint switch_status_pkey PRIMARY KEY (node)
);

create table tenants (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint tenants_pkey PRIMARY KEY (id)
);

create table text_threads (
  id uuid not null,
  tenant uuid not null,
  ours text not null,
  other text not null,
  last_at timestamp(3) with time zone not null,
  constraint text_threads_tenant_ours_other_unique UNIQUE (tenant, ours, other),
  constraint text_threads_pkey PRIMARY KEY (id),
  constraint text_threads_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id)
);

create table trials (
  number text not null,
  tenant uuid not null,
  scenario uuid not null,
  hash character(64) not null,
  name text not null,
  document jsonb not null,
  parts jsonb not null,
  until timestamp(3) with time zone not null,
  created_by uuid,
  constraint trials_hash_unique UNIQUE (hash),
  constraint trials_pkey PRIMARY KEY (number),
  constraint trials_created_by_foreign FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint trials_scenario_foreign FOREIGN KEY (scenario) REFERENCES scenarios(id),
  constraint trials_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint trials_number_check CHECK ((number ~ '^99[0-9]{6}$'::text))
);

create table trunk_status (
  node text not null,
  trunk text not null,
  state text not null,
  registration text,
  ping_ms double precision,
  calls_in bigint,
  calls_out bigint,
  failed_in bigint,
  failed_out bigint,
  up_since timestamp with time zone,
  reported_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint trunk_status_pkey PRIMARY KEY (node, trunk),
  constraint trunk_status_state_check CHECK ((state = ANY (ARRAY['up'::text, 'down'::text, 'missing'::text, 'unknown'::text])))
);

create table trunk_tests (
  id uuid not null,
  tenant uuid not null,
  trunk text not null,
  target text not null,
  caller_number text not null,
  state text not null default 'planned'::text,
  cause text,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  started_at timestamp with time zone,
  ringing_at timestamp with time zone,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint trunk_tests_pkey PRIMARY KEY (id),
  constraint trunk_tests_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint trunk_tests_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'ringing'::text, 'answered'::text, 'ended'::text])))
);

create table trunks (
  name text not null,
  tenant uuid,
  enabled boolean not null default true,
  max_calls integer not null default 500,
  calls_per_second integer not null default 20,
  caller_numbers text[] not null default '{}'::text[],
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  constraint trunks_pkey PRIMARY KEY (name),
  constraint trunks_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint trunks_calls_per_second_check CHECK (((calls_per_second >= 0) AND (calls_per_second <= 1000))),
  constraint trunks_max_calls_check CHECK (((max_calls >= 0) AND (max_calls <= 100000))),
  constraint trunks_name_check CHECK ((name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'::text))
);

create table usage_events (
  id uuid not null,
  tenant uuid not null,
  kind text not null,
  quantity numeric(14,3) not null,
  ref text not null,
  at timestamp(3) with time zone not null,
  constraint usage_events_ref_unique UNIQUE (ref),
  constraint usage_events_pkey PRIMARY KEY (id),
  constraint usage_events_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint usage_events_kind_check CHECK ((kind = ANY (ARRAY['sms'::text, 'lms'::text, 'mms'::text, 'alimtalk'::text, 'lettering'::text, 'tts'::text, 'stt'::text, 'storage'::text]))),
  constraint usage_events_quantity_check CHECK ((quantity > (0)::numeric))
);

create table users (
  id uuid not null,
  tenant uuid not null,
  email text not null,
  name text not null,
  role text not null,
  state text not null,
  password_hash text,
  totp_secret text,
  totp_pending text,
  totp_last_step bigint,
  recovery_hashes text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  last_sign_in_at timestamp with time zone,
  constraint users_pkey PRIMARY KEY (id),
  constraint users_tenant_foreign FOREIGN KEY (tenant) REFERENCES tenants(id),
  constraint users_role_check CHECK ((role = ANY (ARRAY['platform-admin'::text, 'company-admin'::text, 'supervisor'::text, 'operator'::text, 'agent'::text]))),
  constraint users_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'invited'::text])))
);

CREATE INDEX api_keys_tenant_created_at_index ON public.api_keys USING btree (tenant, created_at);
CREATE INDEX audit_log_tenant_at_index ON public.audit_log USING btree (tenant, at);
CREATE INDEX audit_log_tenant_id_index ON public.audit_log USING btree (tenant, id);
CREATE INDEX call_steps_entered_at_index ON public.call_steps USING brin (entered_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX calls_arrived_at_call_index ON public.calls USING btree (arrived_at, call);
CREATE INDEX calls_called_index ON public.calls USING btree (tenant, reverse(called) COLLATE "C", facet, arrived_at, call) INCLUDE (caller, called);
CREATE INDEX calls_caller_index ON public.calls USING btree (tenant, reverse(caller) COLLATE "C", facet, arrived_at, call, called, scenario_hash) INCLUDE (caller);
CREATE INDEX calls_facet_index ON public.calls USING btree (tenant, facet, arrived_at, call);
CREATE INDEX calls_live_index ON public.calls USING btree (node, state) WHERE (state <> 'ended'::text);
CREATE INDEX calls_parent_call_index ON public.calls USING btree (parent_call);
CREATE INDEX calls_scenario_index ON public.calls USING btree (scenario_hash, reverse(called) COLLATE "C", facet, arrived_at, call, tenant) INCLUDE (caller, called);
CREATE INDEX calls_tenant_arrived_at_call_index ON public.calls USING btree (tenant, arrived_at, call);
CREATE INDEX dial_attempts_on_trunk ON public.dial_attempts USING btree (trunk) WHERE ((trunk IS NOT NULL) AND (state <> 'ended'::text));
CREATE INDEX dial_attempts_open_index ON public.dial_attempts USING btree (node) WHERE (state = ANY (ARRAY['sent'::text, 'answered'::text]));
CREATE INDEX dial_attempts_trunk_trunk_at_index ON public.dial_attempts USING btree (trunk, trunk_at);
CREATE INDEX inbound_texts_tenant_ours_other_at_index ON public.inbound_texts USING btree (tenant, ours, other, at);
CREATE INDEX letterings_tenant_requested_at_index ON public.letterings USING btree (tenant, requested_at);
CREATE INDEX message_batches_message_index ON public.message_batches USING btree (message);
CREATE INDEX message_recipients_end_index ON public.message_recipients USING btree (tenant, reverse(digits) text_pattern_ops);
CREATE INDEX message_recipients_outcome_index ON public.message_recipients USING btree (message, outcome, "position");
CREATE INDEX message_recipients_start_index ON public.message_recipients USING btree (tenant, digits text_pattern_ops);
CREATE INDEX message_sends_batch_index ON public.message_sends USING btree (batch);
CREATE INDEX message_sends_open_index ON public.message_sends USING btree (message, state) WHERE (state = ANY (ARRAY['submitting'::text, 'accepted'::text]));
CREATE INDEX message_sends_provider_index ON public.message_sends USING btree (provider, provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX message_sends_waiting_index ON public.message_sends USING btree (message, due_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX messages_sent_list_index ON public.messages USING btree (tenant, due_at, id);
CREATE INDEX messages_template_index ON public.messages USING btree (template);
CREATE INDEX messages_unstarted_index ON public.messages USING btree (touched_at) WHERE (state = ANY (ARRAY['scheduled'::text, 'starting'::text]));
CREATE INDEX numbers_calendar_index ON public.numbers USING btree (calendar);
CREATE INDEX numbers_scenario_index ON public.numbers USING btree (scenario);
CREATE INDEX numbers_tenant_index ON public.numbers USING btree (tenant);
CREATE INDEX one_time_links_account_index ON public.one_time_links USING btree (account);
CREATE INDEX outbox_tenant_created_at_id_index ON public.outbox USING btree (tenant, created_at, id);
CREATE INDEX outbox_texts_tenant_at_id_index ON public.outbox_texts USING btree (tenant, at, id);
CREATE INDEX outbox_waiting_index ON public.outbox USING btree (due_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
CREATE INDEX prompt_files_sha256_index ON public.prompt_files USING btree (sha256);
CREATE INDEX prompt_files_tenant_path_index ON public.prompt_files USING btree (tenant, path);
CREATE INDEX scenario_versions_hash_index ON public.scenario_versions USING btree (hash);
CREATE INDEX scenario_versions_scenario_version_index ON public.scenario_versions USING btree (scenario, version);
CREATE INDEX scenario_versions_tenant_name_published_at_index ON public.scenario_versions USING btree (tenant, name, published_at);
CREATE INDEX sessions_account_index ON public.sessions USING btree (account);
CREATE INDEX sip_accounts_tenant_index ON public.sip_accounts USING btree (tenant);
CREATE INDEX text_threads_tenant_last_at_id_index ON public.text_threads USING btree (tenant, last_at, id);
CREATE INDEX trials_tenant_until_index ON public.trials USING btree (tenant, until);
CREATE INDEX trunk_tests_tenant_created_at_index ON public.trunk_tests USING btree (tenant, created_at);
CREATE INDEX usage_events_at_index ON public.usage_events USING btree (at);
CREATE INDEX usage_events_tenant_at_index ON public.usage_events USING btree (tenant, at);
CREATE INDEX users_tenant_index ON public.users USING btree (tenant);
CREATE UNIQUE INDEX calendars_name_unique ON public.calendars USING btree (tenant, name) WHERE ((removed_at IS NULL) AND (owner_kind = 'company'::text));
CREATE UNIQUE INDEX calendars_owner_unique ON public.calendars USING btree (tenant, owner_kind, owner_ref) WHERE ((removed_at IS NULL) AND (owner_ref IS NOT NULL));
CREATE UNIQUE INDEX declared_holidays_company_unique ON public.declared_holidays USING btree (tenant, date) WHERE (tenant IS NOT NULL);
CREATE UNIQUE INDEX declared_holidays_everywhere_unique ON public.declared_holidays USING btree (date) WHERE (tenant IS NULL);
CREATE UNIQUE INDEX message_recipients_digits_unique ON public.message_recipients USING btree (message, digits) WHERE (outcome <> 'excluded'::text);
CREATE UNIQUE INDEX message_templates_name_unique ON public.message_templates USING btree (tenant, name) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX prices_start_unique ON public.prices USING btree (kind, tenant, valid_from) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX prompt_files_current_unique ON public.prompt_files USING btree (prompt, language) WHERE (current AND (prompt IS NOT NULL));
CREATE UNIQUE INDEX prompt_files_words_unique ON public.prompt_files USING btree (tenant, language, md5(text)) WHERE (current AND (prompt IS NULL));
CREATE UNIQUE INDEX prompts_name_unique ON public.prompts USING btree (tenant, name) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX scenarios_name_unique ON public.scenarios USING btree (tenant, name) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX sender_numbers_main_unique ON public.sender_numbers USING btree (tenant) WHERE is_main;
CREATE UNIQUE INDEX users_email_unique ON public.users USING btree (lower(email));

CREATE OR REPLACE FUNCTION public.announce_prompt_files()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      perform pg_notify('prompt_files_changed', '');
      return null;
    end $function$
;
CREATE OR REPLACE FUNCTION public.audit_log_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        raise exception 'audit_log is append-only' using errcode = 'restrict_violation';
      end $function$
;
CREATE OR REPLACE FUNCTION public.call_steps_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      perform pg_notify('calls_changed', call::text) from (select distinct call from changed) as announced;
      return null;
    end $function$
;
CREATE OR REPLACE FUNCTION public.calls_inserted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      perform pg_notify('calls_changed', call::text) from (select call from changed where state <> 'starting') as announced;
      return null;
    end $function$
;
CREATE OR REPLACE FUNCTION public.calls_updated()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      perform pg_notify('calls_changed', call::text) from (select n.call from changed n join before o using (call)
        where n.state is distinct from o.state or n.answered_at is distinct from o.answered_at) as announced;
      return null;
    end $function$
;
CREATE OR REPLACE FUNCTION public.numbers_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        perform pg_notify('numbers_changed', '');
        return null;
      end $function$
;
CREATE OR REPLACE FUNCTION public.sip_accounts_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        perform pg_notify('sip_accounts_changed', '');
        return null;
      end $function$
;
CREATE OR REPLACE FUNCTION public.take_trunk(wanted text, for_leg uuid, for_tenant uuid, caller text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
  declare
    way trunks%rowtype;
    own boolean;
  begin
    if exists (select from dial_attempts where leg = for_leg and trunk is not null) then return 'taken'; end if;
    select * into way from trunks where name = wanted for update;
    if not found or (way.tenant is not null and way.tenant <> for_tenant) then return 'unknown'; end if;
    if not way.enabled then return 'disabled'; end if;
    own := exists (select from numbers where digits = caller and tenant = for_tenant);
    if cardinality(way.caller_numbers) > 0 then
      own := caller = any (way.caller_numbers) and (own or way.tenant is not null);
    end if;
    if not own then return 'caller-number'; end if;
    if (select count(*) from dial_attempts
        where trunk = wanted and state <> 'ended' and planned_at > now() - interval '1 day') >= way.max_calls
    then return 'full'; end if;
    if (select count(*) from dial_attempts
        where trunk = wanted and trunk_at > clock_timestamp() - interval '1 second') >= way.calls_per_second
    then return 'too-fast'; end if;
    update dial_attempts set trunk = wanted, trunk_at = clock_timestamp() where leg = for_leg;
    if not found then return 'unplanned'; end if;
    return 'taken';
  end $function$
;

CREATE TRIGGER audio_blobs_announce AFTER UPDATE OF wanted_at ON public.audio_blobs FOR EACH ROW EXECUTE FUNCTION announce_prompt_files();
CREATE TRIGGER audit_log_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
CREATE TRIGGER call_steps_insert AFTER INSERT ON public.call_steps REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION call_steps_changed();
CREATE TRIGGER call_steps_update AFTER UPDATE ON public.call_steps REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION call_steps_changed();
CREATE TRIGGER calls_inserted AFTER INSERT ON public.calls REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION calls_inserted();
CREATE TRIGGER calls_updated AFTER UPDATE ON public.calls REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION calls_updated();
CREATE TRIGGER numbers_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.numbers FOR EACH STATEMENT EXECUTE FUNCTION numbers_changed();
CREATE TRIGGER prompt_files_announce AFTER INSERT OR DELETE OR UPDATE ON public.prompt_files FOR EACH STATEMENT EXECUTE FUNCTION announce_prompt_files();
CREATE TRIGGER sip_accounts_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.sip_accounts FOR EACH STATEMENT EXECUTE FUNCTION sip_accounts_changed();
CREATE TRIGGER trials_changed AFTER INSERT OR DELETE OR UPDATE ON public.trials FOR EACH STATEMENT EXECUTE FUNCTION numbers_changed();
