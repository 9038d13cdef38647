using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ARealTuesday : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReceivedBy",
                table: "SharedInformation",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "SharedInformation",
                type: "date",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "ReceivedBy",
                table: "ResearchReturn",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "ResearchReturn",
                type: "date",
                nullable: true
            );

            migrationBuilder.AlterColumn<Guid>(
                name: "MinutesId",
                table: "NotCirculated",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid"
            );

            migrationBuilder.AddColumn<Guid>(
                name: "SheetId",
                table: "NotCirculated",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Because",
                table: "MeetingChairing",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "HubMembership",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<DateTime>(
                name: "RecordingOffAt",
                table: "HubMeeting",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "StartedByName",
                table: "HubMeeting",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<DateTime>(
                name: "WrittenUpAt",
                table: "HubMeeting",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "WrittenUpByName",
                table: "HubMeeting",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "OldReference",
                table: "HubCase",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "SearchOldReference",
                table: "HubCase",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AlterColumn<Guid>(
                name: "MeetingId",
                table: "HubAction",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid"
            );

            migrationBuilder.AddColumn<DateTime>(
                name: "Acceptance_At",
                table: "HubAction",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Acceptance_Because",
                table: "HubAction",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "Acceptance_ByName",
                table: "HubAction",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "Acceptance_Received_By",
                table: "HubAction",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Acceptance_Received_From",
                table: "HubAction",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "Acceptance_Received_On",
                table: "HubAction",
                type: "date",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Acceptance_State",
                table: "HubAction",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "SheetId",
                table: "ConfidentialitySignature",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AlterColumn<Guid>(
                name: "MinutesId",
                table: "CirculationCopy",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid"
            );

            migrationBuilder.AddColumn<Guid>(
                name: "SheetId",
                table: "CirculationCopy",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "ByTelephone",
                table: "AttendanceEntry",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<Guid>(
                name: "InterpretsForId",
                table: "AttendanceEntry",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "InterpretsForName",
                table: "AttendanceEntry",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<DateTime>(
                name: "LetInAt",
                table: "AttendanceEntry",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "LetInByName",
                table: "AttendanceEntry",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<Guid>(
                name: "WaitsItemId",
                table: "AttendanceEntry",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "ReceivedBy",
                table: "ActionUpdate",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "ActionUpdate",
                type: "date",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "ActionAttachment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ActionId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedByName = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionAttachment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionAttachment_HubAction_ActionId",
                        column: x => x.ActionId,
                        principalTable: "HubAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ActionAttachment_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AgencySheet",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MembershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    MadeByName = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencySheet", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AgreementSheet",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    AddedByName = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementSheet", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementSheet_HubMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "HubMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_AgreementSheet_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "HubImport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    FileHash = table.Column<string>(type: "text", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RowsRead = table.Column<int>(type: "integer", nullable: false),
                    RowsWritten = table.Column<int>(type: "integer", nullable: false),
                    RowsRefused = table.Column<int>(type: "integer", nullable: false),
                    UndoneAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    UndoneByName = table.Column<string>(type: "text", nullable: false),
                    UndoneBecause = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubImport", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ImportDraft",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Answers = table.Column<byte[]>(type: "bytea", nullable: false),
                    SavedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportDraft", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "IncomingMessage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReceivedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Fingerprint = table.Column<string>(type: "text", nullable: false),
                    NameMark = table.Column<string>(type: "text", nullable: false),
                    AddedByName = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    TakenByName = table.Column<string>(type: "text", nullable: false),
                    TakenAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    SettledAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    Because = table.Column<string>(type: "text", nullable: false),
                    BecameId = table.Column<Guid>(type: "uuid", nullable: true),
                    Became = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncomingMessage", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "MailboxState",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TriedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    ReadAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    Problem = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailboxState", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "MeetingDeed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ByUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Records = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    LedTo = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseWas = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: true
                    ),
                    RemovalWasRecommended = table.Column<bool>(type: "boolean", nullable: false),
                    CarriedBefore = table.Column<Guid>(type: "uuid", nullable: true),
                    UndoneAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingDeed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingDeed_HubMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "HubMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OnPaper",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MembershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    Because = table.Column<string>(type: "text", nullable: false),
                    DecidedByName = table.Column<string>(type: "text", nullable: false),
                    DecidedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    EndedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OnPaper", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "PaperCopy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    MembershipId = table.Column<Guid>(type: "uuid", nullable: true),
                    HolderName = table.Column<string>(type: "text", nullable: false),
                    OrganisationName = table.Column<string>(type: "text", nullable: false),
                    IssuedAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    IssuedByName = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    BackAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    BackToName = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperCopy", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperCopy_HubMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "HubMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PastMinutes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyId = table.Column<Guid>(type: "uuid", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false),
                    BroughtAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PastMinutes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PastMinutes_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SentLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActionId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentLine", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "TakenMail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UidValidity = table.Column<long>(type: "bigint", nullable: false),
                    Uid = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TakenMail", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Withdrawal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MembershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberName = table.Column<string>(type: "text", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonName = table.Column<string>(type: "text", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false),
                    UntilBefore = table.Column<DateOnly>(type: "date", nullable: true),
                    UndoneAt = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    UndoneByName = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Withdrawal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Withdrawal_HubMembership_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "HubMembership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ImportedRecord",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedRecord", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportedRecord_HubImport_ImportId",
                        column: x => x.ImportId,
                        principalTable: "HubImport",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "IncomingFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncomingFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncomingFile_IncomingMessage_MessageId",
                        column: x => x.MessageId,
                        principalTable: "IncomingMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_IncomingFile_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RecallTick",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WithdrawalId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecallTick", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecallTick_Withdrawal_WithdrawalId",
                        column: x => x.WithdrawalId,
                        principalTable: "Withdrawal",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_HubCase_SearchOldReference",
                table: "HubCase",
                column: "SearchOldReference"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CirculationCopy_SheetId_UserId",
                table: "CirculationCopy",
                columns: new[] { "SheetId", "UserId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ActionAttachment_ActionId",
                table: "ActionAttachment",
                column: "ActionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ActionAttachment_FileId",
                table: "ActionAttachment",
                column: "FileId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AgencySheet_MeetingId_MembershipId_Kind",
                table: "AgencySheet",
                columns: new[] { "MeetingId", "MembershipId", "Kind" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_AgreementSheet_FileId",
                table: "AgreementSheet",
                column: "FileId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AgreementSheet_MeetingId",
                table: "AgreementSheet",
                column: "MeetingId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_HubImport_FileHash",
                table: "HubImport",
                column: "FileHash"
            );

            migrationBuilder.CreateIndex(
                name: "IX_HubImport_Reference",
                table: "HubImport",
                column: "Reference",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ImportDraft_UserId",
                table: "ImportDraft",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRecord_ImportId",
                table: "ImportedRecord",
                column: "ImportId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRecord_RecordId",
                table: "ImportedRecord",
                column: "RecordId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_IncomingFile_FileId",
                table: "IncomingFile",
                column: "FileId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_IncomingFile_MessageId",
                table: "IncomingFile",
                column: "MessageId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_IncomingMessage_Fingerprint",
                table: "IncomingMessage",
                column: "Fingerprint",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_IncomingMessage_NameMark",
                table: "IncomingMessage",
                column: "NameMark"
            );

            migrationBuilder.CreateIndex(
                name: "IX_IncomingMessage_Status_ReceivedAt",
                table: "IncomingMessage",
                columns: new[] { "Status", "ReceivedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MeetingDeed_MeetingId_ByUserId",
                table: "MeetingDeed",
                columns: new[] { "MeetingId", "ByUserId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_OnPaper_MembershipId",
                table: "OnPaper",
                column: "MembershipId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PaperCopy_MeetingId_Number",
                table: "PaperCopy",
                columns: new[] { "MeetingId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_PastMinutes_BodyId_HeldOn",
                table: "PastMinutes",
                columns: new[] { "BodyId", "HeldOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PastMinutes_FileId",
                table: "PastMinutes",
                column: "FileId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecallTick_WithdrawalId_SubjectId",
                table: "RecallTick",
                columns: new[] { "WithdrawalId", "SubjectId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_SentLine_AttemptId",
                table: "SentLine",
                column: "AttemptId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_TakenMail_UidValidity_Uid",
                table: "TakenMail",
                columns: new[] { "UidValidity", "Uid" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawal_MembershipId",
                table: "Withdrawal",
                column: "MembershipId"
            );

            migrationBuilder.AddForeignKey(
                name: "FK_CirculationCopy_AgencySheet_SheetId",
                table: "CirculationCopy",
                column: "SheetId",
                principalTable: "AgencySheet",
                principalColumn: "Id"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_CirculationCopy_AgencySheet_SheetId",
                table: "CirculationCopy"
            );

            migrationBuilder.DropTable(name: "ActionAttachment");

            migrationBuilder.DropTable(name: "AgencySheet");

            migrationBuilder.DropTable(name: "AgreementSheet");

            migrationBuilder.DropTable(name: "ImportDraft");

            migrationBuilder.DropTable(name: "ImportedRecord");

            migrationBuilder.DropTable(name: "IncomingFile");

            migrationBuilder.DropTable(name: "MailboxState");

            migrationBuilder.DropTable(name: "MeetingDeed");

            migrationBuilder.DropTable(name: "OnPaper");

            migrationBuilder.DropTable(name: "PaperCopy");

            migrationBuilder.DropTable(name: "PastMinutes");

            migrationBuilder.DropTable(name: "RecallTick");

            migrationBuilder.DropTable(name: "SentLine");

            migrationBuilder.DropTable(name: "TakenMail");

            migrationBuilder.DropTable(name: "HubImport");

            migrationBuilder.DropTable(name: "IncomingMessage");

            migrationBuilder.DropTable(name: "Withdrawal");

            migrationBuilder.DropIndex(name: "IX_HubCase_SearchOldReference", table: "HubCase");

            migrationBuilder.DropIndex(
                name: "IX_CirculationCopy_SheetId_UserId",
                table: "CirculationCopy"
            );

            migrationBuilder.DropColumn(name: "ReceivedBy", table: "SharedInformation");

            migrationBuilder.DropColumn(name: "ReceivedOn", table: "SharedInformation");

            migrationBuilder.DropColumn(name: "ReceivedBy", table: "ResearchReturn");

            migrationBuilder.DropColumn(name: "ReceivedOn", table: "ResearchReturn");

            migrationBuilder.DropColumn(name: "SheetId", table: "NotCirculated");

            migrationBuilder.DropColumn(name: "Because", table: "MeetingChairing");

            migrationBuilder.DropColumn(name: "WithdrawnAt", table: "HubMembership");

            migrationBuilder.DropColumn(name: "RecordingOffAt", table: "HubMeeting");

            migrationBuilder.DropColumn(name: "StartedByName", table: "HubMeeting");

            migrationBuilder.DropColumn(name: "WrittenUpAt", table: "HubMeeting");

            migrationBuilder.DropColumn(name: "WrittenUpByName", table: "HubMeeting");

            migrationBuilder.DropColumn(name: "OldReference", table: "HubCase");

            migrationBuilder.DropColumn(name: "SearchOldReference", table: "HubCase");

            migrationBuilder.DropColumn(name: "Acceptance_At", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_Because", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_ByName", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_Received_By", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_Received_From", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_Received_On", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_State", table: "HubAction");

            migrationBuilder.DropColumn(name: "SheetId", table: "ConfidentialitySignature");

            migrationBuilder.DropColumn(name: "SheetId", table: "CirculationCopy");

            migrationBuilder.DropColumn(name: "ByTelephone", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "InterpretsForId", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "InterpretsForName", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "LetInAt", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "LetInByName", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "WaitsItemId", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "ReceivedBy", table: "ActionUpdate");

            migrationBuilder.DropColumn(name: "ReceivedOn", table: "ActionUpdate");

            migrationBuilder.AlterColumn<Guid>(
                name: "MinutesId",
                table: "NotCirculated",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true
            );

            migrationBuilder.AlterColumn<Guid>(
                name: "MeetingId",
                table: "HubAction",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true
            );

            migrationBuilder.AlterColumn<Guid>(
                name: "MinutesId",
                table: "CirculationCopy",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true
            );
        }
    }
}
