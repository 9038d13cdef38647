using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Plans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "GovernanceBody",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.CreateTable(
                name: "BodyAction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Details_Due = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_PersonName = table.Column<string>(type: "text", nullable: false),
                    Details_Text = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyAction", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyAction_GovernanceBody_BodyId",
                        column: x => x.BodyId,
                        principalTable: "GovernanceBody",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_BodyAction_Organisation_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "BodyDocument",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyId = table.Column<Guid>(type: "uuid", nullable: false),
                    LastUpdated = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Details_Audience = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    Details_Title = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyDocument", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyDocument_GovernanceBody_BodyId",
                        column: x => x.BodyId,
                        principalTable: "GovernanceBody",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "BodyMeeting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AgreedNotedByName = table.Column<string>(type: "text", nullable: false),
                    Details_Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_Mode = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Details_Notes = table.Column<string>(type: "text", nullable: false),
                    Details_Place = table.Column<string>(type: "text", nullable: false),
                    Details_Start = table.Column<TimeOnly>(
                        type: "time without time zone",
                        nullable: false
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyMeeting", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyMeeting_GovernanceBody_BodyId",
                        column: x => x.BodyId,
                        principalTable: "GovernanceBody",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "BodyMember",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonName = table.Column<string>(type: "text", nullable: false),
                    Role = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyMember", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyMember_GovernanceBody_BodyId",
                        column: x => x.BodyId,
                        principalTable: "GovernanceBody",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_BodyMember_Organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisation",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CalendarFeed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    MadeAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    WithdrawnAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarFeed_User_UserId",
                        column: x => x.UserId,
                        principalTable: "User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CalendarOccasion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: true),
                    Details_Audience = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    Details_Ends = table.Column<TimeOnly>(
                        type: "time without time zone",
                        nullable: true
                    ),
                    Details_Evaluation = table.Column<string>(type: "text", nullable: false),
                    Details_First = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_For = table.Column<string>(type: "text", nullable: false),
                    Details_Last = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_Materials = table.Column<string>(type: "text", nullable: false),
                    Details_Messages = table.Column<string>(type: "text", nullable: false),
                    Details_Partners = table.Column<string>(type: "text", nullable: false),
                    Details_Places = table.Column<string>(type: "text", nullable: false),
                    Details_Starts = table.Column<TimeOnly>(
                        type: "time without time zone",
                        nullable: true
                    ),
                    Details_Title = table.Column<string>(type: "text", nullable: false),
                    Details_Type = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarOccasion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarOccasion_Organisation_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Organisation",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Initiative",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: false),
                    CalledOffBecause = table.Column<string>(type: "text", nullable: false),
                    Edits = table.Column<int>(type: "integer", nullable: false),
                    Details_Counted = table.Column<string>(type: "text", nullable: false),
                    Details_Done = table.Column<string>(type: "text", nullable: false),
                    Details_Evidence = table.Column<string>(type: "text", nullable: false),
                    Details_EvidenceSource = table.Column<string>(type: "text", nullable: false),
                    Details_EvidenceYear = table.Column<int>(type: "integer", nullable: true),
                    Details_From = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    Details_OnCalendar = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Details_OtherPartners = table.Column<string>(type: "text", nullable: false),
                    Details_Output = table.Column<int>(type: "integer", nullable: true),
                    Details_PublicMessage = table.Column<string>(type: "text", nullable: false),
                    Details_Reached = table.Column<int>(type: "integer", nullable: true),
                    Details_Result = table.Column<string>(type: "text", nullable: false),
                    Details_Title = table.Column<string>(type: "text", nullable: false),
                    Details_Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_Where = table.Column<string>(type: "text", nullable: false),
                    Details_Who = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Initiative", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Initiative_Organisation_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PartnershipPlan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InForceSince = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_From = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_Reporting = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Details_Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Details_Template = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Details_Title = table.Column<string>(type: "text", nullable: false),
                    Details_Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_Usual = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnershipPlan", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Publication",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    PreparedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    PreparedById = table.Column<Guid>(type: "uuid", nullable: false),
                    PreparedByName = table.Column<string>(type: "text", nullable: false),
                    PublishedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    PublishedByName = table.Column<string>(type: "text", nullable: false),
                    ReplacedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    WithdrawnAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    WithdrawnBecause = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Publication", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "TermsVersion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Text = table.Column<string>(type: "text", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermsVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TermsVersion_GovernanceBody_BodyId",
                        column: x => x.BodyId,
                        principalTable: "GovernanceBody",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_TermsVersion_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "BodyActionUpdate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ActionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    ByName = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyActionUpdate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyActionUpdate_BodyAction_ActionId",
                        column: x => x.ActionId,
                        principalTable: "BodyAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "BodyDocumentVersion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedByName = table.Column<string>(type: "text", nullable: false),
                    AddedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyDocumentVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyDocumentVersion_BodyDocument_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "BodyDocument",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_BodyDocumentVersion_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "BodyAgendaItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Presenter = table.Column<string>(type: "text", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: true),
                    IsPublic = table.Column<bool>(type: "boolean", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyAgendaItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyAgendaItem_BodyMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "BodyMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_BodyAgendaItem_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "BodyAttendance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    OrganisationName = table.Column<string>(type: "text", nullable: false),
                    Presence = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    DeputyFor = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyAttendance", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyAttendance_BodyMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "BodyMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "BodyDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    AgreedBy = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyDecision_BodyMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "BodyMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InitiativeFunder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Pence = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativeFunder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InitiativeFunder_Initiative_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiative",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InitiativePartner",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativePartner", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InitiativePartner_Initiative_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiative",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_InitiativePartner_Organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InitiativePriority",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: false),
                    PriorityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativePriority", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InitiativePriority_Initiative_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiative",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_InitiativePriority_Priority_PriorityId",
                        column: x => x.PriorityId,
                        principalTable: "Priority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LinkedStrategy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    FromYear = table.Column<int>(type: "integer", nullable: true),
                    UntilYear = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkedStrategy", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LinkedStrategy_PartnershipPlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "PartnershipPlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanGate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Details_DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_Evidence = table.Column<string>(type: "text", nullable: false),
                    Details_Notes = table.Column<string>(type: "text", nullable: false),
                    Details_Who = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanGate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanGate_PartnershipPlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "PartnershipPlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanImport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Answers = table.Column<string>(type: "text", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanImport", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanImport_PartnershipPlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "PartnershipPlan",
                        principalColumn: "Id"
                    );
                    table.ForeignKey(
                        name: "FK_PlanImport_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanPriority",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    PriorityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Aim = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanPriority", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanPriority_PartnershipPlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "PartnershipPlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PlanPriority_Priority_PriorityId",
                        column: x => x.PriorityId,
                        principalTable: "Priority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanVersion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    RevisedFor = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanVersion_PartnershipPlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "PartnershipPlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StrategyCoverage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Strategy = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    How = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StrategyCoverage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StrategyCoverage_PartnershipPlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "PartnershipPlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "GateSignature",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GateId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GateSignature", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GateSignature_PlanGate_GateId",
                        column: x => x.GateId,
                        principalTable: "PlanGate",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanLead",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanPriorityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanLead", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanLead_PlanPriority_PlanPriorityId",
                        column: x => x.PlanPriorityId,
                        principalTable: "PlanPriority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanStrand",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanPriorityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Sentence = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanStrand", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanStrand_PlanPriority_PlanPriorityId",
                        column: x => x.PlanPriorityId,
                        principalTable: "PlanPriority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StrategyLink",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanPriorityId = table.Column<Guid>(type: "uuid", nullable: false),
                    StrategyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Objectives = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StrategyLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StrategyLink_LinkedStrategy_StrategyId",
                        column: x => x.StrategyId,
                        principalTable: "LinkedStrategy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_StrategyLink_PlanPriority_PlanPriorityId",
                        column: x => x.PlanPriorityId,
                        principalTable: "PlanPriority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CoveringPriority",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CoverageId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanPriorityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoveringPriority", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoveringPriority_PlanPriority_PlanPriorityId",
                        column: x => x.PlanPriorityId,
                        principalTable: "PlanPriority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_CoveringPriority_StrategyCoverage_CoverageId",
                        column: x => x.CoverageId,
                        principalTable: "StrategyCoverage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanAction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    StrandId = table.Column<Guid>(type: "uuid", nullable: true),
                    TargetKind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    TargetFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    TargetUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_IsBusinessAsUsual = table.Column<bool>(
                        type: "boolean",
                        nullable: false
                    ),
                    Details_Rationale = table.Column<string>(type: "text", nullable: false),
                    Details_StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_Text = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanAction", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanAction_PartnershipPlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "PartnershipPlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PlanAction_PlanStrand_StrandId",
                        column: x => x.StrandId,
                        principalTable: "PlanStrand",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ActionProgress",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanActionId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false),
                    ByUserId = table.Column<Guid>(type: "uuid", nullable: true),
                    ForAgency = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Rating = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    Computed = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    Difference = table.Column<string>(type: "text", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionProgress", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionProgress_PlanAction_PlanActionId",
                        column: x => x.PlanActionId,
                        principalTable: "PlanAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InitiativeAction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanActionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativeAction", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InitiativeAction_Initiative_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiative",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_InitiativeAction_PlanAction_PlanActionId",
                        column: x => x.PlanActionId,
                        principalTable: "PlanAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanActionAgency",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanActionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsClass = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanActionAgency", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanActionAgency_PlanAction_PlanActionId",
                        column: x => x.PlanActionId,
                        principalTable: "PlanAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanActionPriority",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanActionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanPriorityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanActionPriority", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanActionPriority_PlanAction_PlanActionId",
                        column: x => x.PlanActionId,
                        principalTable: "PlanAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PlanActionPriority_PlanPriority_PlanPriorityId",
                        column: x => x.PlanPriorityId,
                        principalTable: "PlanPriority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Details_Source = table.Column<string>(type: "text", nullable: false),
                    Details_Text = table.Column<string>(type: "text", nullable: false),
                    Details_Year = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    PlanActionId = table.Column<Guid>(type: "uuid", nullable: true),
                    PlanPriorityId = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanEvidence_PlanAction_PlanActionId",
                        column: x => x.PlanActionId,
                        principalTable: "PlanAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PlanEvidence_PlanPriority_PlanPriorityId",
                        column: x => x.PlanPriorityId,
                        principalTable: "PlanPriority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanFunding",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Details_Funder = table.Column<string>(type: "text", nullable: false),
                    Details_Pence = table.Column<long>(type: "bigint", nullable: true),
                    Details_Purpose = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    PlanActionId = table.Column<Guid>(type: "uuid", nullable: true),
                    PlanPriorityId = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanFunding", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanFunding_PlanAction_PlanActionId",
                        column: x => x.PlanActionId,
                        principalTable: "PlanAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanMeasure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Details_Baseline = table.Column<decimal>(
                        type: "numeric(18,4)",
                        precision: 18,
                        scale: 4,
                        nullable: true
                    ),
                    Details_BaselineWords = table.Column<string>(type: "text", nullable: false),
                    Details_Better = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    Details_Name = table.Column<string>(type: "text", nullable: false),
                    Details_Source = table.Column<string>(type: "text", nullable: false),
                    Details_Target = table.Column<decimal>(
                        type: "numeric(18,4)",
                        precision: 18,
                        scale: 4,
                        nullable: true
                    ),
                    Details_Unit = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    PlanActionId = table.Column<Guid>(type: "uuid", nullable: true),
                    PlanPriorityId = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanMeasure", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanMeasure_PlanAction_PlanActionId",
                        column: x => x.PlanActionId,
                        principalTable: "PlanAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PlanMeasure_PlanPriority_PlanPriorityId",
                        column: x => x.PlanPriorityId,
                        principalTable: "PlanPriority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PlanMilestone",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Details_Due = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_ReachedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Details_Text = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    PlanActionId = table.Column<Guid>(type: "uuid", nullable: true),
                    PlanPriorityId = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanMilestone", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanMilestone_PlanAction_PlanActionId",
                        column: x => x.PlanActionId,
                        principalTable: "PlanAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MeasureReading",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false),
                    Details_Figure = table.Column<decimal>(
                        type: "numeric(18,4)",
                        precision: 18,
                        scale: 4,
                        nullable: true
                    ),
                    Details_Note = table.Column<string>(type: "text", nullable: false),
                    Details_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureReading", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureReading_PlanMeasure_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "PlanMeasure",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ActionProgress_PlanActionId_At",
                table: "ActionProgress",
                columns: new[] { "PlanActionId", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyAction_BodyId_Number",
                table: "BodyAction",
                columns: new[] { "BodyId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyAction_OwnerId",
                table: "BodyAction",
                column: "OwnerId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyActionUpdate_ActionId",
                table: "BodyActionUpdate",
                column: "ActionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyAgendaItem_FileId",
                table: "BodyAgendaItem",
                column: "FileId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyAgendaItem_MeetingId",
                table: "BodyAgendaItem",
                column: "MeetingId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyAttendance_MeetingId",
                table: "BodyAttendance",
                column: "MeetingId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyDecision_MeetingId_Number",
                table: "BodyDecision",
                columns: new[] { "MeetingId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyDocument_BodyId",
                table: "BodyDocument",
                column: "BodyId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyDocumentVersion_DocumentId_Number",
                table: "BodyDocumentVersion",
                columns: new[] { "DocumentId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyDocumentVersion_FileId",
                table: "BodyDocumentVersion",
                column: "FileId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyMeeting_BodyId",
                table: "BodyMeeting",
                column: "BodyId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyMember_BodyId",
                table: "BodyMember",
                column: "BodyId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_BodyMember_OrganisationId",
                table: "BodyMember",
                column: "OrganisationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeed_TokenHash",
                table: "CalendarFeed",
                column: "TokenHash",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeed_UserId",
                table: "CalendarFeed",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CalendarOccasion_LeadId",
                table: "CalendarOccasion",
                column: "LeadId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CoveringPriority_CoverageId",
                table: "CoveringPriority",
                column: "CoverageId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CoveringPriority_PlanPriorityId_CoverageId",
                table: "CoveringPriority",
                columns: new[] { "PlanPriorityId", "CoverageId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_GateSignature_GateId_OrganisationId",
                table: "GateSignature",
                columns: new[] { "GateId", "OrganisationId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Initiative_LeadId",
                table: "Initiative",
                column: "LeadId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeAction_InitiativeId",
                table: "InitiativeAction",
                column: "InitiativeId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeAction_PlanActionId_InitiativeId",
                table: "InitiativeAction",
                columns: new[] { "PlanActionId", "InitiativeId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeFunder_InitiativeId",
                table: "InitiativeFunder",
                column: "InitiativeId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_InitiativePartner_InitiativeId_OrganisationId",
                table: "InitiativePartner",
                columns: new[] { "InitiativeId", "OrganisationId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_InitiativePartner_OrganisationId",
                table: "InitiativePartner",
                column: "OrganisationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_InitiativePriority_InitiativeId",
                table: "InitiativePriority",
                column: "InitiativeId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_InitiativePriority_PriorityId_InitiativeId",
                table: "InitiativePriority",
                columns: new[] { "PriorityId", "InitiativeId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_LinkedStrategy_PlanId",
                table: "LinkedStrategy",
                column: "PlanId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_MeasureReading_MeasureId",
                table: "MeasureReading",
                column: "MeasureId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanAction_PlanId_Number",
                table: "PlanAction",
                columns: new[] { "PlanId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanAction_StrandId",
                table: "PlanAction",
                column: "StrandId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanActionAgency_PlanActionId",
                table: "PlanActionAgency",
                column: "PlanActionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanActionPriority_PlanActionId",
                table: "PlanActionPriority",
                column: "PlanActionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanActionPriority_PlanPriorityId_PlanActionId",
                table: "PlanActionPriority",
                columns: new[] { "PlanPriorityId", "PlanActionId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanEvidence_PlanActionId",
                table: "PlanEvidence",
                column: "PlanActionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanEvidence_PlanPriorityId",
                table: "PlanEvidence",
                column: "PlanPriorityId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanFunding_PlanActionId",
                table: "PlanFunding",
                column: "PlanActionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanGate_PlanId_Year_Kind",
                table: "PlanGate",
                columns: new[] { "PlanId", "Year", "Kind" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanImport_FileId",
                table: "PlanImport",
                column: "FileId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanImport_PlanId",
                table: "PlanImport",
                column: "PlanId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanLead_PlanPriorityId",
                table: "PlanLead",
                column: "PlanPriorityId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanMeasure_PlanActionId",
                table: "PlanMeasure",
                column: "PlanActionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanMeasure_PlanPriorityId",
                table: "PlanMeasure",
                column: "PlanPriorityId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanMilestone_PlanActionId",
                table: "PlanMilestone",
                column: "PlanActionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanPriority_PlanId_PriorityId",
                table: "PlanPriority",
                columns: new[] { "PlanId", "PriorityId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanPriority_PriorityId",
                table: "PlanPriority",
                column: "PriorityId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanStrand_PlanPriorityId",
                table: "PlanStrand",
                column: "PlanPriorityId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PlanVersion_PlanId_Number",
                table: "PlanVersion",
                columns: new[] { "PlanId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Publication_Kind_SubjectId",
                table: "Publication",
                columns: new[] { "Kind", "SubjectId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Publication_PublishedAt",
                table: "Publication",
                column: "PublishedAt"
            );

            migrationBuilder.CreateIndex(
                name: "IX_StrategyCoverage_PlanId_Strategy",
                table: "StrategyCoverage",
                columns: new[] { "PlanId", "Strategy" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_StrategyLink_PlanPriorityId",
                table: "StrategyLink",
                column: "PlanPriorityId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_StrategyLink_StrategyId",
                table: "StrategyLink",
                column: "StrategyId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_TermsVersion_BodyId_Number",
                table: "TermsVersion",
                columns: new[] { "BodyId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_TermsVersion_FileId",
                table: "TermsVersion",
                column: "FileId"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ActionProgress");

            migrationBuilder.DropTable(name: "BodyActionUpdate");

            migrationBuilder.DropTable(name: "BodyAgendaItem");

            migrationBuilder.DropTable(name: "BodyAttendance");

            migrationBuilder.DropTable(name: "BodyDecision");

            migrationBuilder.DropTable(name: "BodyDocumentVersion");

            migrationBuilder.DropTable(name: "BodyMember");

            migrationBuilder.DropTable(name: "CalendarFeed");

            migrationBuilder.DropTable(name: "CalendarOccasion");

            migrationBuilder.DropTable(name: "CoveringPriority");

            migrationBuilder.DropTable(name: "GateSignature");

            migrationBuilder.DropTable(name: "InitiativeAction");

            migrationBuilder.DropTable(name: "InitiativeFunder");

            migrationBuilder.DropTable(name: "InitiativePartner");

            migrationBuilder.DropTable(name: "InitiativePriority");

            migrationBuilder.DropTable(name: "MeasureReading");

            migrationBuilder.DropTable(name: "PlanActionAgency");

            migrationBuilder.DropTable(name: "PlanActionPriority");

            migrationBuilder.DropTable(name: "PlanEvidence");

            migrationBuilder.DropTable(name: "PlanFunding");

            migrationBuilder.DropTable(name: "PlanImport");

            migrationBuilder.DropTable(name: "PlanLead");

            migrationBuilder.DropTable(name: "PlanMilestone");

            migrationBuilder.DropTable(name: "PlanVersion");

            migrationBuilder.DropTable(name: "Publication");

            migrationBuilder.DropTable(name: "StrategyLink");

            migrationBuilder.DropTable(name: "TermsVersion");

            migrationBuilder.DropTable(name: "BodyAction");

            migrationBuilder.DropTable(name: "BodyMeeting");

            migrationBuilder.DropTable(name: "BodyDocument");

            migrationBuilder.DropTable(name: "StrategyCoverage");

            migrationBuilder.DropTable(name: "PlanGate");

            migrationBuilder.DropTable(name: "Initiative");

            migrationBuilder.DropTable(name: "PlanMeasure");

            migrationBuilder.DropTable(name: "LinkedStrategy");

            migrationBuilder.DropTable(name: "PlanAction");

            migrationBuilder.DropTable(name: "PlanStrand");

            migrationBuilder.DropTable(name: "PlanPriority");

            migrationBuilder.DropTable(name: "PartnershipPlan");

            migrationBuilder.DropColumn(name: "Purpose", table: "GovernanceBody");
        }
    }
}
