using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scope_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_events",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    scope_path = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_events", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_holiday = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_days", x => x.date);
                });

            migrationBuilder.CreateTable(
                name: "coefficient_sets",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coefficient_sets", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    next = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "emission_factors",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    set_code = table.Column<string>(type: "TEXT", nullable: false),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    kg_co2_per_unit = table.Column<decimal>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    confidence = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_emission_factors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_problems",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    sheet = table.Column<string>(type: "TEXT", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    column = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    rule_code = table.Column<string>(type: "TEXT", nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: false),
                    remedy = table.Column<string>(type: "TEXT", nullable: false),
                    scope_path = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_problems", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rows_read = table.Column<int>(type: "INTEGER", nullable: false),
                    rows_new = table.Column<int>(type: "INTEGER", nullable: false),
                    rows_changed = table.Column<int>(type: "INTEGER", nullable: false),
                    rows_unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    rows_rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    uploaded_by = table.Column<string>(type: "TEXT", nullable: false),
                    uploaded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    scope_path = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "regions",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    parent_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    path = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_regions", x => x.code);
                    table.ForeignKey(
                        name: "FK_regions_regions_parent_code",
                        column: x => x.parent_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seed_files",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    loaded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seed_files", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "unit_conversions",
                columns: table => new
                {
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    own_unit = table.Column<string>(type: "TEXT", nullable: false),
                    numerator = table.Column<decimal>(type: "TEXT", nullable: false),
                    denominator = table.Column<decimal>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    confidence = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_conversions", x => new { x.carrier, x.unit });
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_account_claims_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_account_logins_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_account_tokens_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "FK_api_keys_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coefficients",
                columns: table => new
                {
                    set_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    kgce_per_unit = table.Column<decimal>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    confidence = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coefficients", x => new { x.set_code, x.carrier });
                    table.ForeignKey(
                        name: "FK_coefficients_coefficient_sets_set_code",
                        column: x => x.set_code,
                        principalTable: "coefficient_sets",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quota_standards",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: true),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    coefficient_set = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    zones = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    confidence = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quota_standards", x => x.code);
                    table.ForeignKey(
                        name: "FK_quota_standards_coefficient_sets_coefficient_set",
                        column: x => x.coefficient_set,
                        principalTable: "coefficient_sets",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bureaus",
                columns: table => new
                {
                    region_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: true),
                    document_code = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    contact = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bureaus", x => x.region_code);
                    table.ForeignKey(
                        name: "FK_bureaus_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "institutions",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    parent_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    climate_zone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    region_path = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institutions", x => x.code);
                    table.ForeignKey(
                        name: "FK_institutions_institutions_parent_code",
                        column: x => x.parent_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_institutions_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    base_year = table.Column<int>(type: "INTEGER", nullable: false),
                    end_year = table.Column<int>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    confidence = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans", x => x.code);
                    table.ForeignKey(
                        name: "FK_plans_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "adoptions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    standard_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    zone = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adoptions", x => x.id);
                    table.ForeignKey(
                        name: "FK_adoptions_quota_standards_standard_code",
                        column: x => x.standard_code,
                        principalTable: "quota_standards",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_adoptions_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quotas",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    standard_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    table = table.Column<string>(type: "TEXT", nullable: false),
                    institution_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    zone = table.Column<string>(type: "TEXT", nullable: true),
                    heating_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    constraint = table.Column<decimal>(type: "TEXT", nullable: false),
                    baseline = table.Column<decimal>(type: "TEXT", nullable: true),
                    guiding = table.Column<decimal>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    confidence = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quotas", x => x.id);
                    table.ForeignKey(
                        name: "FK_quotas_quota_standards_standard_code",
                        column: x => x.standard_code,
                        principalTable: "quota_standards",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "buildings",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    gross_area_m2 = table.Column<decimal>(type: "TEXT", nullable: false),
                    heated_area_m2 = table.Column<decimal>(type: "TEXT", nullable: false),
                    heating_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    in_service_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    in_service_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_buildings", x => x.code);
                    table.ForeignKey(
                        name: "FK_buildings_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    evaluated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    engine_version = table.Column<string>(type: "TEXT", nullable: false),
                    input_hash = table.Column<string>(type: "TEXT", nullable: false),
                    trace = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_current = table.Column<bool>(type: "INTEGER", nullable: false),
                    supersedes_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluations", x => x.id);
                    table.ForeignKey(
                        name: "FK_evaluations_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_evaluations_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "headcounts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    persons = table.Column<decimal>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_by_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_headcounts", x => x.id);
                    table.ForeignKey(
                        name: "FK_headcounts_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "monthly_facts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    building_code = table.Column<string>(type: "TEXT", nullable: true),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    month_start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    kgce = table.Column<decimal>(type: "TEXT", nullable: false),
                    kg_co2 = table.Column<decimal>(type: "TEXT", nullable: false),
                    coefficient_set = table.Column<string>(type: "TEXT", nullable: false),
                    cost_cny = table.Column<decimal>(type: "TEXT", nullable: false),
                    covered_days = table.Column<int>(type: "INTEGER", nullable: false),
                    days_in_month = table.Column<int>(type: "INTEGER", nullable: false),
                    estimated_share = table.Column<decimal>(type: "TEXT", nullable: false),
                    in_per_area = table.Column<bool>(type: "INTEGER", nullable: false),
                    in_per_capita = table.Column<bool>(type: "INTEGER", nullable: false),
                    in_total = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_monthly_facts", x => x.id);
                    table.ForeignKey(
                        name: "FK_monthly_facts_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_bases",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    plan_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    base_value = table.Column<decimal>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_by_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_bases", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_bases_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_plan_bases_plans_plan_code",
                        column: x => x.plan_code,
                        principalTable: "plans",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_targets",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    plan_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cumulative_rate_percent = table.Column<decimal>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    confidence = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_targets", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_targets_plans_plan_code",
                        column: x => x.plan_code,
                        principalTable: "plans",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "floor_areas",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    building_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    gross_area_m2 = table.Column<decimal>(type: "TEXT", nullable: false),
                    heated_area_m2 = table.Column<decimal>(type: "TEXT", nullable: false),
                    data_centre_area_m2 = table.Column<decimal>(type: "TEXT", nullable: false),
                    canteen_area_m2 = table.Column<decimal>(type: "TEXT", nullable: false),
                    let_area_m2 = table.Column<decimal>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_by_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_floor_areas", x => x.id);
                    table.ForeignKey(
                        name: "FK_floor_areas_buildings_building_code",
                        column: x => x.building_code,
                        principalTable: "buildings",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_floor_areas_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meters",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    building_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    parent_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    multiplier = table.Column<decimal>(type: "TEXT", nullable: false),
                    active_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    active_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meters", x => x.code);
                    table.ForeignKey(
                        name: "FK_meters_buildings_building_code",
                        column: x => x.building_code,
                        principalTable: "buildings",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meters_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meters_meters_parent_code",
                        column: x => x.parent_code,
                        principalTable: "meters",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    institution_name = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    bureau_region_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    bureau_name = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    family = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    evaluation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    drafted_by = table.Column<string>(type: "TEXT", nullable: false),
                    drafted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", nullable: true),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reply_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    pdf_sha256 = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.id);
                    table.ForeignKey(
                        name: "FK_notices_bureaus_bureau_region_code",
                        column: x => x.bureau_region_code,
                        principalTable: "bureaus",
                        principalColumn: "region_code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notices_evaluations_evaluation_id",
                        column: x => x.evaluation_id,
                        principalTable: "evaluations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notices_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notices_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "year_verdicts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    evaluation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", nullable: false),
                    subject_name = table.Column<string>(type: "TEXT", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    region_code = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actual = table.Column<decimal>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    numerator = table.Column<decimal>(type: "TEXT", nullable: false),
                    denominator = table.Column<decimal>(type: "TEXT", nullable: true),
                    tier_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    constraint = table.Column<decimal>(type: "TEXT", nullable: true),
                    baseline = table.Column<decimal>(type: "TEXT", nullable: true),
                    guiding = table.Column<decimal>(type: "TEXT", nullable: true),
                    overrun_amount = table.Column<decimal>(type: "TEXT", nullable: true),
                    overrun_percent = table.Column<decimal>(type: "TEXT", nullable: true),
                    stat_numerator = table.Column<decimal>(type: "TEXT", nullable: false),
                    stat_numerator_low = table.Column<decimal>(type: "TEXT", nullable: true),
                    stat_numerator_high = table.Column<decimal>(type: "TEXT", nullable: true),
                    plan_actual = table.Column<decimal>(type: "TEXT", nullable: true),
                    base_value = table.Column<decimal>(type: "TEXT", nullable: true),
                    target_value = table.Column<decimal>(type: "TEXT", nullable: true),
                    original_target_value = table.Column<decimal>(type: "TEXT", nullable: true),
                    target_met = table.Column<bool>(type: "INTEGER", nullable: true),
                    change_from_base_percent = table.Column<decimal>(type: "TEXT", nullable: true),
                    sufficiency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    lower_bound = table.Column<decimal>(type: "TEXT", nullable: true),
                    upper_bound = table.Column<decimal>(type: "TEXT", nullable: true),
                    partial_year = table.Column<bool>(type: "INTEGER", nullable: false),
                    estimated_share = table.Column<decimal>(type: "TEXT", nullable: false),
                    coefficient_set = table.Column<string>(type: "TEXT", nullable: false),
                    factor_set = table.Column<string>(type: "TEXT", nullable: false),
                    quota_standard = table.Column<string>(type: "TEXT", nullable: true),
                    plan_code = table.Column<string>(type: "TEXT", nullable: true),
                    is_current = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_year_verdicts", x => x.id);
                    table.ForeignKey(
                        name: "FK_year_verdicts_evaluations_evaluation_id",
                        column: x => x.evaluation_id,
                        principalTable: "evaluations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_year_verdicts_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    meter_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    building_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    share = table.Column<decimal>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allocations", x => x.id);
                    table.ForeignKey(
                        name: "FK_allocations_buildings_building_code",
                        column: x => x.building_code,
                        principalTable: "buildings",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_allocations_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_allocations_meters_meter_code",
                        column: x => x.meter_code,
                        principalTable: "meters",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bills",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    meter_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    building_code = table.Column<string>(type: "TEXT", nullable: true),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    period_start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_end = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    cost_cny = table.Column<decimal>(type: "TEXT", nullable: true),
                    reading_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bill_number = table.Column<string>(type: "TEXT", nullable: true),
                    raw_quantity = table.Column<string>(type: "TEXT", nullable: false),
                    raw_unit = table.Column<string>(type: "TEXT", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_number = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ended_by_id = table.Column<long>(type: "INTEGER", nullable: true),
                    content_key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bills", x => x.id);
                    table.ForeignKey(
                        name: "FK_bills_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_bills_meters_meter_code",
                        column: x => x.meter_code,
                        principalTable: "meters",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    notice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_events", x => x.id);
                    table.ForeignKey(
                        name: "FK_notice_events_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notice_events_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_pdfs",
                columns: table => new
                {
                    notice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    pdf = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_pdfs", x => x.notice_id);
                    table.ForeignKey(
                        name: "FK_notice_pdfs_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notice_pdfs_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_claims_user_id",
                table: "account_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_account_logins_user_id",
                table: "account_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_adoptions_region_code_from",
                table: "adoptions",
                columns: new[] { "region_code", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_adoptions_standard_code",
                table: "adoptions",
                column: "standard_code");

            migrationBuilder.CreateIndex(
                name: "IX_allocations_building_code",
                table: "allocations",
                column: "building_code");

            migrationBuilder.CreateIndex(
                name: "IX_allocations_institution_code",
                table: "allocations",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_allocations_meter_code_from",
                table: "allocations",
                columns: new[] { "meter_code", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_account_id",
                table: "api_keys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_events_scope_path",
                table: "audit_events",
                column: "scope_path");

            migrationBuilder.CreateIndex(
                name: "IX_bills_import_id",
                table: "bills",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_bills_institution_code_period_start",
                table: "bills",
                columns: new[] { "institution_code", "period_start" });

            migrationBuilder.CreateIndex(
                name: "IX_bills_meter_code_period_start",
                table: "bills",
                columns: new[] { "meter_code", "period_start" });

            migrationBuilder.CreateIndex(
                name: "IX_buildings_institution_code",
                table: "buildings",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_emission_factors_set_code_carrier_region_code_year",
                table: "emission_factors",
                columns: new[] { "set_code", "carrier", "region_code", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evaluations_institution_code",
                table: "evaluations",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_evaluations_region_code",
                table: "evaluations",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "IX_evaluations_subject_kind_subject_code_year",
                table: "evaluations",
                columns: new[] { "subject_kind", "subject_code", "year" },
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "IX_floor_areas_building_code_from",
                table: "floor_areas",
                columns: new[] { "building_code", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_floor_areas_institution_code",
                table: "floor_areas",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_headcounts_institution_code_basis_from",
                table: "headcounts",
                columns: new[] { "institution_code", "basis", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_import_problems_import_id_row",
                table: "import_problems",
                columns: new[] { "import_id", "row" });

            migrationBuilder.CreateIndex(
                name: "IX_import_problems_scope_path",
                table: "import_problems",
                column: "scope_path");

            migrationBuilder.CreateIndex(
                name: "IX_imports_scope_path",
                table: "imports",
                column: "scope_path");

            migrationBuilder.CreateIndex(
                name: "IX_imports_sha256",
                table: "imports",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_parent_code",
                table: "institutions",
                column: "parent_code");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_region_code",
                table: "institutions",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_region_path",
                table: "institutions",
                column: "region_path");

            migrationBuilder.CreateIndex(
                name: "IX_meters_building_code",
                table: "meters",
                column: "building_code");

            migrationBuilder.CreateIndex(
                name: "IX_meters_institution_code",
                table: "meters",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_meters_parent_code",
                table: "meters",
                column: "parent_code");

            migrationBuilder.CreateIndex(
                name: "IX_monthly_facts_building_code_year",
                table: "monthly_facts",
                columns: new[] { "building_code", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_monthly_facts_institution_code_year",
                table: "monthly_facts",
                columns: new[] { "institution_code", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_events_institution_code",
                table: "notice_events",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_notice_events_notice_id",
                table: "notice_events",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_pdfs_institution_code",
                table: "notice_pdfs",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_notices_bureau_region_code",
                table: "notices",
                column: "bureau_region_code");

            migrationBuilder.CreateIndex(
                name: "IX_notices_evaluation_id",
                table: "notices",
                column: "evaluation_id");

            migrationBuilder.CreateIndex(
                name: "IX_notices_institution_code_year_family_kind",
                table: "notices",
                columns: new[] { "institution_code", "year", "family", "kind" },
                unique: true,
                filter: "state IN ('Draft', 'Issued')");

            migrationBuilder.CreateIndex(
                name: "IX_notices_number",
                table: "notices",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notices_region_code",
                table: "notices",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "IX_plan_bases_institution_code",
                table: "plan_bases",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_plan_bases_plan_code",
                table: "plan_bases",
                column: "plan_code");

            migrationBuilder.CreateIndex(
                name: "IX_plan_bases_subject_kind_subject_code_plan_code_indicator",
                table: "plan_bases",
                columns: new[] { "subject_kind", "subject_code", "plan_code", "indicator" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_targets_plan_code_indicator",
                table: "plan_targets",
                columns: new[] { "plan_code", "indicator" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_region_code",
                table: "plans",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "IX_quota_standards_coefficient_set",
                table: "quota_standards",
                column: "coefficient_set");

            migrationBuilder.CreateIndex(
                name: "IX_quotas_standard_code_institution_kind_indicator",
                table: "quotas",
                columns: new[] { "standard_code", "institution_kind", "indicator" });

            migrationBuilder.CreateIndex(
                name: "IX_regions_parent_code",
                table: "regions",
                column: "parent_code");

            migrationBuilder.CreateIndex(
                name: "IX_regions_path",
                table: "regions",
                column: "path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_year_verdicts_evaluation_id",
                table: "year_verdicts",
                column: "evaluation_id");

            migrationBuilder.CreateIndex(
                name: "IX_year_verdicts_institution_code",
                table: "year_verdicts",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_year_verdicts_subject_kind_subject_code_year",
                table: "year_verdicts",
                columns: new[] { "subject_kind", "subject_code", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_year_verdicts_subject_kind_subject_code_year_indicator",
                table: "year_verdicts",
                columns: new[] { "subject_kind", "subject_code", "year", "indicator" },
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "IX_year_verdicts_year_indicator",
                table: "year_verdicts",
                columns: new[] { "year", "indicator" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claims");

            migrationBuilder.DropTable(
                name: "account_logins");

            migrationBuilder.DropTable(
                name: "account_tokens");

            migrationBuilder.DropTable(
                name: "adoptions");

            migrationBuilder.DropTable(
                name: "allocations");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "audit_events");

            migrationBuilder.DropTable(
                name: "bills");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "coefficients");

            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "emission_factors");

            migrationBuilder.DropTable(
                name: "floor_areas");

            migrationBuilder.DropTable(
                name: "headcounts");

            migrationBuilder.DropTable(
                name: "import_problems");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "monthly_facts");

            migrationBuilder.DropTable(
                name: "notice_events");

            migrationBuilder.DropTable(
                name: "notice_pdfs");

            migrationBuilder.DropTable(
                name: "plan_bases");

            migrationBuilder.DropTable(
                name: "plan_targets");

            migrationBuilder.DropTable(
                name: "quotas");

            migrationBuilder.DropTable(
                name: "seed_files");

            migrationBuilder.DropTable(
                name: "unit_conversions");

            migrationBuilder.DropTable(
                name: "year_verdicts");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "meters");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "quota_standards");

            migrationBuilder.DropTable(
                name: "buildings");

            migrationBuilder.DropTable(
                name: "bureaus");

            migrationBuilder.DropTable(
                name: "evaluations");

            migrationBuilder.DropTable(
                name: "coefficient_sets");

            migrationBuilder.DropTable(
                name: "institutions");

            migrationBuilder.DropTable(
                name: "regions");
        }
    }
}
