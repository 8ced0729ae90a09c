-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('OWNER', 'ADMIN', 'BOOKKEEPER', 'PROJECT_MANAGER', 'VIEWER');

-- CreateEnum
CREATE TYPE "ProjectStatus" AS ENUM ('ACTIVE', 'ON_HOLD', 'COMPLETED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "InvoiceState" AS ENUM ('DRAFT', 'ISSUED', 'VOID', 'WRITTEN_OFF');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('BANK_TRANSFER', 'CHECK', 'CARD', 'CASH', 'DIRECT_DEBIT', 'OTHER');

-- CreateEnum
CREATE TYPE "ReceivableKind" AS ENUM ('ISSUED', 'PAYMENT', 'PAYMENT_REVERSED', 'VOIDED', 'WRITTEN_OFF', 'WRITE_OFF_REVERSED');

-- CreateTable
CREATE TABLE "companies" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "currency_code" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "invoice_number_format" TEXT NOT NULL DEFAULT 'INV-{SEQ:5}',
    "payment_terms" TEXT NOT NULL DEFAULT 'NET_30',
    "address" TEXT,
    "tax_identifier" TEXT,
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "companies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "role" "Role" NOT NULL,
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "family_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "rotated_at" TIMESTAMP(3),
    "revoked_at" TIMESTAMP(3),
    "user_agent" TEXT,
    "address" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clients" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "tax_identifier" TEXT,
    "payment_terms" TEXT,
    "archived_at" TIMESTAMP(3),
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "clients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "client_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT,
    "status" "ProjectStatus" NOT NULL DEFAULT 'ACTIVE',
    "archived_at" TIMESTAMP(3),
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "client_id" INTEGER NOT NULL,
    "project_id" INTEGER,
    "state" "InvoiceState" NOT NULL DEFAULT 'DRAFT',
    "number" TEXT COLLATE "C",
    "issue_date" TEXT COLLATE "C",
    "due_date" TEXT COLLATE "C",
    "currency_code" TEXT NOT NULL,
    "prices_include_tax" BOOLEAN NOT NULL DEFAULT false,
    "discount_percent" TEXT,
    "discount_amount_minor" BIGINT,
    "memo" TEXT,
    "purchase_order_number" TEXT,
    "subtotal_minor" BIGINT NOT NULL DEFAULT 0,
    "discount_total_minor" BIGINT NOT NULL DEFAULT 0,
    "tax_total_minor" BIGINT NOT NULL DEFAULT 0,
    "total_minor" BIGINT NOT NULL DEFAULT 0,
    "paid_minor" BIGINT NOT NULL DEFAULT 0,
    "balance_minor" BIGINT NOT NULL DEFAULT 0,
    "parties" JSONB,
    "issued_at" TIMESTAMP(3),
    "voided_on" TEXT,
    "written_off_on" TEXT,
    "closing_reason" TEXT,
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_line_items" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "invoice_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" TEXT NOT NULL,
    "unit" TEXT,
    "unit_price" TEXT NOT NULL,
    "discount_percent" TEXT,
    "discount_amount_minor" BIGINT,
    "tax_rate" TEXT,
    "gross_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "document_discount_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "invoice_line_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "client_id" INTEGER NOT NULL,
    "currency_code" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "received_on" TEXT COLLATE "C" NOT NULL,
    "method" "PaymentMethod" NOT NULL,
    "reference" TEXT,
    "reference_repeats" BOOLEAN NOT NULL DEFAULT false,
    "reversed_on" TEXT,
    "reversal_reason" TEXT,
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_payments" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "payment_id" INTEGER NOT NULL,
    "invoice_id" INTEGER NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "effective_on" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoice_payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receivable_entries" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "invoice_id" INTEGER NOT NULL,
    "kind" "ReceivableKind" NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "effective_on" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,
    "payment_id" INTEGER,

    CONSTRAINT "receivable_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_due_date_changes" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "invoice_id" INTEGER NOT NULL,
    "previous_due_date" TEXT COLLATE "C" NOT NULL,
    "due_date" TEXT COLLATE "C" NOT NULL,
    "effective_on" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "invoice_due_date_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_counters" (
    "company_id" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "document_counters_pkey" PRIMARY KEY ("company_id","series")
);

-- CreateTable
CREATE TABLE "idempotency_records" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result_id" INTEGER,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "memberships_company_id_idx" ON "memberships"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_user_id_company_id_key" ON "memberships"("user_id", "company_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_family_id_idx" ON "sessions"("family_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "clients_company_id_id_key" ON "clients"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_company_id_id_key" ON "projects"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_company_id_code_key" ON "projects"("company_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_company_id_id_key" ON "invoices"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_company_id_number_key" ON "invoices"("company_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_line_items_invoice_id_position_key" ON "invoice_line_items"("invoice_id", "position");

-- CreateIndex
CREATE INDEX "payments_company_id_received_on_id_idx" ON "payments"("company_id", "received_on", "id");

-- CreateIndex
CREATE INDEX "payments_company_id_amount_minor_id_idx" ON "payments"("company_id", "amount_minor", "id");

-- CreateIndex
CREATE INDEX "payments_company_id_client_id_received_on_id_idx" ON "payments"("company_id", "client_id", "received_on", "id");

-- CreateIndex
CREATE INDEX "payments_company_id_reference_idx" ON "payments"("company_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "payments_company_id_id_key" ON "payments"("company_id", "id");

-- CreateIndex
CREATE INDEX "invoice_payments_company_id_invoice_id_effective_on_id_idx" ON "invoice_payments"("company_id", "invoice_id", "effective_on", "id");

-- CreateIndex
CREATE INDEX "invoice_payments_company_id_payment_id_idx" ON "invoice_payments"("company_id", "payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_payments_payment_id_invoice_id_key" ON "invoice_payments"("payment_id", "invoice_id");

-- CreateIndex
CREATE INDEX "receivable_entries_company_id_invoice_id_effective_on_amoun_idx" ON "receivable_entries"("company_id", "invoice_id", "effective_on", "amount_minor");

-- CreateIndex
CREATE INDEX "receivable_entries_company_id_effective_on_invoice_id_amoun_idx" ON "receivable_entries"("company_id", "effective_on", "invoice_id", "amount_minor");

-- CreateIndex
CREATE INDEX "receivable_entries_company_id_recorded_at_effective_on_idx" ON "receivable_entries"("company_id", "recorded_at", "effective_on");

-- CreateIndex
CREATE INDEX "invoice_due_date_changes_company_id_invoice_id_id_idx" ON "invoice_due_date_changes"("company_id", "invoice_id", "id");

-- CreateIndex
CREATE INDEX "invoice_due_date_changes_company_id_effective_on_idx" ON "invoice_due_date_changes"("company_id", "effective_on");

-- CreateIndex
CREATE INDEX "idempotency_records_created_at_idx" ON "idempotency_records"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_records_company_id_key_key" ON "idempotency_records"("company_id", "key");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_company_id_client_id_fkey" FOREIGN KEY ("company_id", "client_id") REFERENCES "clients"("company_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_company_id_client_id_fkey" FOREIGN KEY ("company_id", "client_id") REFERENCES "clients"("company_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_company_id_project_id_fkey" FOREIGN KEY ("company_id", "project_id") REFERENCES "projects"("company_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_line_items" ADD CONSTRAINT "invoice_line_items_company_id_invoice_id_fkey" FOREIGN KEY ("company_id", "invoice_id") REFERENCES "invoices"("company_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_company_id_client_id_fkey" FOREIGN KEY ("company_id", "client_id") REFERENCES "clients"("company_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_payments" ADD CONSTRAINT "invoice_payments_company_id_payment_id_fkey" FOREIGN KEY ("company_id", "payment_id") REFERENCES "payments"("company_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_payments" ADD CONSTRAINT "invoice_payments_company_id_invoice_id_fkey" FOREIGN KEY ("company_id", "invoice_id") REFERENCES "invoices"("company_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "receivable_entries" ADD CONSTRAINT "receivable_entries_company_id_invoice_id_fkey" FOREIGN KEY ("company_id", "invoice_id") REFERENCES "invoices"("company_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "receivable_entries" ADD CONSTRAINT "receivable_entries_company_id_payment_id_fkey" FOREIGN KEY ("company_id", "payment_id") REFERENCES "payments"("company_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_due_date_changes" ADD CONSTRAINT "invoice_due_date_changes_company_id_invoice_id_fkey" FOREIGN KEY ("company_id", "invoice_id") REFERENCES "invoices"("company_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document_counters" ADD CONSTRAINT "document_counters_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_records" ADD CONSTRAINT "idempotency_records_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Checks
ALTER TABLE "companies" ADD CONSTRAINT "companies_currency_check" CHECK ("currency_code" ~ '^[A-Z]{3}$');
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_dates_check" CHECK (("issue_date" IS NULL OR "issue_date" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') AND ("due_date" IS NULL OR "due_date" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') AND ("voided_on" IS NULL OR "voided_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') AND ("written_off_on" IS NULL OR "written_off_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'));
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_draft_has_no_number_check" CHECK (("state" = 'DRAFT') = ("number" IS NULL));
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_issued_has_dates_check" CHECK ("state" = 'DRAFT' OR ("issue_date" IS NOT NULL AND "due_date" IS NOT NULL AND "due_date" >= "issue_date" AND "parties" IS NOT NULL AND "issued_at" IS NOT NULL));
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_draft_owes_nothing_check" CHECK ("state" <> 'DRAFT' OR ("balance_minor" = 0 AND "paid_minor" = 0));
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_balance_in_bounds_check" CHECK ("paid_minor" >= 0 AND "balance_minor" >= 0 AND ("state" = 'DRAFT' OR "paid_minor" + "balance_minor" <= "total_minor"));
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_balance_follows_check" CHECK ("state" <> 'ISSUED' OR "balance_minor" = "total_minor" - "paid_minor");
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_void_owes_nothing_check" CHECK ("state" <> 'VOID' OR ("balance_minor" = 0 AND "paid_minor" = 0));
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_one_discount_check" CHECK ("discount_percent" IS NULL OR "discount_amount_minor" IS NULL);
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_row_version_check" CHECK ("row_version" >= 1);
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_closed_has_date_check" CHECK (("state" = 'VOID') = ("voided_on" IS NOT NULL) AND ("state" = 'WRITTEN_OFF') = ("written_off_on" IS NOT NULL));
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_closed_later_check" CHECK (("voided_on" IS NULL OR "voided_on" >= "issue_date") AND ("written_off_on" IS NULL OR "written_off_on" >= "issue_date"));
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_total_follows_check" CHECK ("total_minor" = "subtotal_minor" - "discount_total_minor" + CASE WHEN "prices_include_tax" THEN 0 ELSE "tax_total_minor" END);
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_currency_check" CHECK ("currency_code" ~ '^[A-Z]{3}$');
ALTER TABLE "invoice_line_items" ADD CONSTRAINT "invoice_line_items_position_check" CHECK ("position" >= 1);
ALTER TABLE "invoice_line_items" ADD CONSTRAINT "invoice_line_items_one_discount_check" CHECK ("discount_percent" IS NULL OR "discount_amount_minor" IS NULL);
ALTER TABLE "payments" ADD CONSTRAINT "payments_amount_check" CHECK ("amount_minor" > 0);
ALTER TABLE "payments" ADD CONSTRAINT "payments_dates_check" CHECK (("received_on" IS NULL OR "received_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') AND ("reversed_on" IS NULL OR "reversed_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'));
ALTER TABLE "payments" ADD CONSTRAINT "payments_reversed_later_check" CHECK ("reversed_on" IS NULL OR "reversed_on" >= "received_on");
ALTER TABLE "payments" ADD CONSTRAINT "payments_reason_of_reversal_check" CHECK ("reversal_reason" IS NULL OR "reversed_on" IS NOT NULL);
ALTER TABLE "payments" ADD CONSTRAINT "payments_currency_check" CHECK ("currency_code" ~ '^[A-Z]{3}$');
ALTER TABLE "invoice_payments" ADD CONSTRAINT "invoice_payments_amount_check" CHECK ("amount_minor" > 0);
ALTER TABLE "invoice_payments" ADD CONSTRAINT "invoice_payments_dates_check" CHECK ("effective_on" IS NULL OR "effective_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
ALTER TABLE "receivable_entries" ADD CONSTRAINT "receivable_entries_dates_check" CHECK ("effective_on" IS NULL OR "effective_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
ALTER TABLE "receivable_entries" ADD CONSTRAINT "receivable_entries_payment_is_named_check" CHECK (("kind" IN ('PAYMENT', 'PAYMENT_REVERSED')) = ("payment_id" IS NOT NULL));
ALTER TABLE "receivable_entries" ADD CONSTRAINT "receivable_entries_sign_check" CHECK (CASE WHEN "kind" IN ('ISSUED', 'PAYMENT_REVERSED', 'WRITE_OFF_REVERSED') THEN "amount_minor" >= 0 ELSE "amount_minor" <= 0 END);
ALTER TABLE "invoice_due_date_changes" ADD CONSTRAINT "invoice_due_date_changes_dates_check" CHECK (("previous_due_date" IS NULL OR "previous_due_date" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') AND ("due_date" IS NULL OR "due_date" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') AND ("effective_on" IS NULL OR "effective_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'));
ALTER TABLE "invoice_due_date_changes" ADD CONSTRAINT "invoice_due_date_changes_differ_check" CHECK ("due_date" <> "previous_due_date");
ALTER TABLE "document_counters" ADD CONSTRAINT "document_counters_next_check" CHECK ("next" >= 1);

-- Search by Unicode whatever the case; SQLite connections bring a function of the same name.
CREATE FUNCTION "fold"(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT lower($1) $$;

-- Keyset lists: each order of a list has its own index, and the id breaks ties. Prisma cannot express these.
CREATE INDEX "clients_by_name" ON "clients" ("company_id", (LOWER("name")), "id");
CREATE INDEX "projects_by_name" ON "projects" ("company_id", (LOWER("name")), "id");
CREATE INDEX "projects_by_client" ON "projects" ("company_id", "client_id", (LOWER("name")), "id");
-- A company's invoices begin with what the row alone says of their status, in the words of the list's
-- SQL: a page of any status in any order is one range, of all of them a merge of six. The due date at
-- the end lets a range be sifted without its rows, since that decides what is overdue. What one of
-- them includes besides lets statuses be counted from it alone: PostgreSQL wants every column that an
-- expression is made of, where SQLite is content with the expression.
CREATE INDEX "invoices_by_issue_date" ON "invoices" ("company_id", (CASE WHEN "state" = 'DRAFT' THEN 'DRAFT' WHEN "state" = 'VOID' THEN 'VOID' WHEN "state" = 'WRITTEN_OFF' THEN 'WRITTEN_OFF' WHEN "balance_minor" <= 0 THEN 'PAID' WHEN "paid_minor" > 0 THEN 'PARTIAL' ELSE 'UNPAID' END), (COALESCE("issue_date", '')), "id", "due_date");
CREATE INDEX "invoices_by_due_date" ON "invoices" ("company_id", (CASE WHEN "state" = 'DRAFT' THEN 'DRAFT' WHEN "state" = 'VOID' THEN 'VOID' WHEN "state" = 'WRITTEN_OFF' THEN 'WRITTEN_OFF' WHEN "balance_minor" <= 0 THEN 'PAID' WHEN "paid_minor" > 0 THEN 'PARTIAL' ELSE 'UNPAID' END), (COALESCE("due_date", '')), "id") INCLUDE ("state", "balance_minor", "paid_minor", "due_date");
CREATE INDEX "invoices_by_number" ON "invoices" ("company_id", (CASE WHEN "state" = 'DRAFT' THEN 'DRAFT' WHEN "state" = 'VOID' THEN 'VOID' WHEN "state" = 'WRITTEN_OFF' THEN 'WRITTEN_OFF' WHEN "balance_minor" <= 0 THEN 'PAID' WHEN "paid_minor" > 0 THEN 'PARTIAL' ELSE 'UNPAID' END), (COALESCE("number", '')), "id", "due_date");
CREATE INDEX "invoices_by_total" ON "invoices" ("company_id", (CASE WHEN "state" = 'DRAFT' THEN 'DRAFT' WHEN "state" = 'VOID' THEN 'VOID' WHEN "state" = 'WRITTEN_OFF' THEN 'WRITTEN_OFF' WHEN "balance_minor" <= 0 THEN 'PAID' WHEN "paid_minor" > 0 THEN 'PARTIAL' ELSE 'UNPAID' END), "total_minor", "id", "due_date");
CREATE INDEX "invoices_by_balance" ON "invoices" ("company_id", (CASE WHEN "state" = 'DRAFT' THEN 'DRAFT' WHEN "state" = 'VOID' THEN 'VOID' WHEN "state" = 'WRITTEN_OFF' THEN 'WRITTEN_OFF' WHEN "balance_minor" <= 0 THEN 'PAID' WHEN "paid_minor" > 0 THEN 'PARTIAL' ELSE 'UNPAID' END), "balance_minor", "id", "due_date");
CREATE INDEX "invoices_by_client" ON "invoices" ("company_id", "client_id", (COALESCE("issue_date", '')), "id");
CREATE INDEX "invoices_by_project" ON "invoices" ("company_id", "project_id", (COALESCE("issue_date", '')), "id");
-- What is open, with all that ageing and balances want to know of it.
CREATE INDEX "invoices_open" ON "invoices" ("company_id", "client_id", "project_id", "currency_code", "issue_date", "due_date", "balance_minor", "id") WHERE "balance_minor" <> 0;

-- A reference is used once per method, but for a payment that says it repeats one on purpose.
CREATE UNIQUE INDEX "payments_reference_once" ON "payments" ("company_id", "method", "reference") WHERE "reference" IS NOT NULL AND NOT "reference_repeats";

-- What the books rest on cannot be rewritten, whoever holds the connection.
CREATE FUNCTION "refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'plumb: %', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "receivable_entries_no_update" BEFORE UPDATE ON "receivable_entries" FOR EACH ROW
  EXECUTE FUNCTION "refuse"('receivable_entries is append-only');

CREATE TRIGGER "receivable_entries_no_delete" BEFORE DELETE ON "receivable_entries" FOR EACH ROW
  EXECUTE FUNCTION "refuse"('receivable_entries is append-only');

CREATE TRIGGER "invoice_due_date_changes_no_update" BEFORE UPDATE ON "invoice_due_date_changes" FOR EACH ROW
  EXECUTE FUNCTION "refuse"('invoice_due_date_changes is append-only');

CREATE TRIGGER "invoice_due_date_changes_no_delete" BEFORE DELETE ON "invoice_due_date_changes" FOR EACH ROW
  EXECUTE FUNCTION "refuse"('invoice_due_date_changes is append-only');

CREATE TRIGGER "invoice_payments_no_update" BEFORE UPDATE ON "invoice_payments" FOR EACH ROW
  EXECUTE FUNCTION "refuse"('invoice_payments is append-only');

CREATE TRIGGER "invoice_payments_no_delete" BEFORE DELETE ON "invoice_payments" FOR EACH ROW
  EXECUTE FUNCTION "refuse"('invoice_payments is append-only');

CREATE TRIGGER "payments_no_delete" BEFORE DELETE ON "payments" FOR EACH ROW
  EXECUTE FUNCTION "refuse"('a payment is reversed, never deleted');

CREATE TRIGGER "payments_immutable" BEFORE UPDATE ON "payments" FOR EACH ROW
  WHEN (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."company_id" IS DISTINCT FROM OLD."company_id" OR NEW."client_id" IS DISTINCT FROM OLD."client_id" OR NEW."currency_code" IS DISTINCT FROM OLD."currency_code" OR NEW."amount_minor" IS DISTINCT FROM OLD."amount_minor" OR NEW."received_on" IS DISTINCT FROM OLD."received_on" OR NEW."method" IS DISTINCT FROM OLD."method" OR NEW."reference" IS DISTINCT FROM OLD."reference" OR NEW."reference_repeats" IS DISTINCT FROM OLD."reference_repeats" OR NEW."created_at" IS DISTINCT FROM OLD."created_at" OR (OLD."reversed_on" IS NOT NULL AND (NEW."reversed_on" IS DISTINCT FROM OLD."reversed_on" OR NEW."reversal_reason" IS DISTINCT FROM OLD."reversal_reason")))
  EXECUTE FUNCTION "refuse"('a recorded payment cannot be changed');

CREATE TRIGGER "invoices_begin_as_draft" BEFORE INSERT ON "invoices" FOR EACH ROW
  WHEN (NEW."state" <> 'DRAFT')
  EXECUTE FUNCTION "refuse"('an invoice begins as a draft');

CREATE TRIGGER "invoices_only_drafts_deleted" BEFORE DELETE ON "invoices" FOR EACH ROW
  WHEN (OLD."state" <> 'DRAFT')
  EXECUTE FUNCTION "refuse"('only a draft can be deleted');

CREATE TRIGGER "invoices_lifecycle" BEFORE UPDATE ON "invoices" FOR EACH ROW
  WHEN (NEW."state" <> OLD."state" AND NOT (OLD."state" = 'DRAFT' AND NEW."state" = 'ISSUED' OR OLD."state" = 'ISSUED' AND NEW."state" IN ('VOID', 'WRITTEN_OFF') OR OLD."state" = 'WRITTEN_OFF' AND NEW."state" = 'ISSUED'))
  EXECUTE FUNCTION "refuse"('an invoice goes from draft to issued, and from there to void, or to written off and back');

CREATE TRIGGER "invoices_immutable" BEFORE UPDATE ON "invoices" FOR EACH ROW
  WHEN (NEW."id" <> OLD."id" OR (OLD."state" <> 'DRAFT' AND (NEW."company_id" IS DISTINCT FROM OLD."company_id" OR NEW."client_id" IS DISTINCT FROM OLD."client_id" OR NEW."project_id" IS DISTINCT FROM OLD."project_id" OR NEW."number" IS DISTINCT FROM OLD."number" OR NEW."issue_date" IS DISTINCT FROM OLD."issue_date" OR NEW."currency_code" IS DISTINCT FROM OLD."currency_code" OR NEW."prices_include_tax" IS DISTINCT FROM OLD."prices_include_tax" OR NEW."discount_percent" IS DISTINCT FROM OLD."discount_percent" OR NEW."discount_amount_minor" IS DISTINCT FROM OLD."discount_amount_minor" OR NEW."subtotal_minor" IS DISTINCT FROM OLD."subtotal_minor" OR NEW."discount_total_minor" IS DISTINCT FROM OLD."discount_total_minor" OR NEW."tax_total_minor" IS DISTINCT FROM OLD."tax_total_minor" OR NEW."total_minor" IS DISTINCT FROM OLD."total_minor" OR NEW."parties" IS DISTINCT FROM OLD."parties" OR NEW."issued_at" IS DISTINCT FROM OLD."issued_at" OR NEW."created_at" IS DISTINCT FROM OLD."created_at")))
  EXECUTE FUNCTION "refuse"('an issued invoice cannot be changed');

CREATE TRIGGER "invoices_closing_stays" BEFORE UPDATE ON "invoices" FOR EACH ROW
  WHEN (NEW."state" = OLD."state" AND (NEW."voided_on" IS DISTINCT FROM OLD."voided_on" OR NEW."written_off_on" IS DISTINCT FROM OLD."written_off_on" OR NEW."closing_reason" IS DISTINCT FROM OLD."closing_reason"))
  EXECUTE FUNCTION "refuse"('how an invoice was closed cannot be changed');

CREATE TRIGGER "invoices_closed_texts" BEFORE UPDATE ON "invoices" FOR EACH ROW
  WHEN (OLD."state" IN ('VOID', 'WRITTEN_OFF') AND (NEW."memo" IS DISTINCT FROM OLD."memo" OR NEW."purchase_order_number" IS DISTINCT FROM OLD."purchase_order_number"))
  EXECUTE FUNCTION "refuse"('a closed invoice cannot be changed');

-- "public" in these functions: a temporary table of the same name would be found first.
CREATE FUNCTION "invoices_due_date_has_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'ISSUED' AND NEW."state" = 'ISSUED' AND EXISTS (
    SELECT 1 FROM "public"."invoice_due_date_changes"
    WHERE "id" = (SELECT MAX("id") FROM "public"."invoice_due_date_changes" WHERE "company_id" = OLD."company_id" AND "invoice_id" = OLD."id")
      AND "previous_due_date" = OLD."due_date" AND "due_date" = NEW."due_date"
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'plumb: a due date moves only while issued, and by a change kept in the history' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "invoices_due_date_has_history" BEFORE UPDATE ON "invoices" FOR EACH ROW
  WHEN (OLD."state" <> 'DRAFT' AND NEW."due_date" IS DISTINCT FROM OLD."due_date")
  EXECUTE FUNCTION "invoices_due_date_has_history"();

CREATE TRIGGER "invoice_line_items_stay" BEFORE UPDATE ON "invoice_line_items" FOR EACH ROW
  WHEN (NEW."id" IS DISTINCT FROM OLD."id" OR NEW."company_id" IS DISTINCT FROM OLD."company_id" OR NEW."invoice_id" IS DISTINCT FROM OLD."invoice_id")
  EXECUTE FUNCTION "refuse"('a line item stays in its invoice');

CREATE FUNCTION "invoice_line_items_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  its_invoice INTEGER := CASE TG_OP WHEN 'DELETE' THEN OLD."invoice_id" ELSE NEW."invoice_id" END;
  its_state "public"."InvoiceState";
BEGIN
  -- FOR SHARE waits for an issue under way, which would otherwise freeze totals without this line.
  SELECT "state" INTO its_state FROM "public"."invoices" WHERE "id" = its_invoice FOR SHARE;
  IF its_state <> 'DRAFT' THEN
    RAISE EXCEPTION 'plumb: the line items of an issued invoice cannot be changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "invoice_line_items_frozen_insert" BEFORE INSERT ON "invoice_line_items" FOR EACH ROW EXECUTE FUNCTION "invoice_line_items_frozen"();
CREATE TRIGGER "invoice_line_items_frozen_update" BEFORE UPDATE ON "invoice_line_items" FOR EACH ROW EXECUTE FUNCTION "invoice_line_items_frozen"();
CREATE TRIGGER "invoice_line_items_frozen_delete" BEFORE DELETE ON "invoice_line_items" FOR EACH ROW EXECUTE FUNCTION "invoice_line_items_frozen"();

CREATE TRIGGER "document_counters_only_grow" BEFORE UPDATE ON "document_counters" FOR EACH ROW
  WHEN (NEW."company_id" IS DISTINCT FROM OLD."company_id" OR NEW."series" IS DISTINCT FROM OLD."series" OR NEW."next" < OLD."next")
  EXECUTE FUNCTION "refuse"('a number that was given is not given again');

CREATE TRIGGER "document_counters_no_delete" BEFORE DELETE ON "document_counters" FOR EACH ROW
  EXECUTE FUNCTION "refuse"('a number that was given is not given again');

-- TRUNCATE passes by the triggers of rows.
CREATE TRIGGER "receivable_entries_no_truncate" BEFORE TRUNCATE ON "receivable_entries" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse"('receivable_entries is append-only');
CREATE TRIGGER "invoice_due_date_changes_no_truncate" BEFORE TRUNCATE ON "invoice_due_date_changes" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse"('invoice_due_date_changes is append-only');
CREATE TRIGGER "invoice_payments_no_truncate" BEFORE TRUNCATE ON "invoice_payments" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse"('invoice_payments is append-only');
CREATE TRIGGER "payments_no_truncate" BEFORE TRUNCATE ON "payments" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse"('a payment is reversed, never deleted');
CREATE TRIGGER "invoices_no_truncate" BEFORE TRUNCATE ON "invoices" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse"('only a draft can be deleted');
CREATE TRIGGER "invoice_line_items_no_truncate" BEFORE TRUNCATE ON "invoice_line_items" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse"('the line items of an issued invoice cannot be changed');
CREATE TRIGGER "document_counters_no_truncate" BEFORE TRUNCATE ON "document_counters" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse"('a number that was given is not given again');

-- Index-only scans of the report slow down many times until VACUUM has seen the new rows.
ALTER TABLE "invoices" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
ALTER TABLE "receivable_entries" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
