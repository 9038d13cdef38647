using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PeopleAsTheyAre : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<Guid>(
                name: "SheetId",
                table: "ConfidentialitySignature",
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
                name: "IX_PaperCopy_MeetingId_Number",
                table: "PaperCopy",
                columns: new[] { "MeetingId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecallTick_WithdrawalId_SubjectId",
                table: "RecallTick",
                columns: new[] { "WithdrawalId", "SubjectId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawal_MembershipId",
                table: "Withdrawal",
                column: "MembershipId"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AgreementSheet");

            migrationBuilder.DropTable(name: "PaperCopy");

            migrationBuilder.DropTable(name: "RecallTick");

            migrationBuilder.DropTable(name: "Withdrawal");

            migrationBuilder.DropColumn(name: "Because", table: "MeetingChairing");

            migrationBuilder.DropColumn(name: "WithdrawnAt", table: "HubMembership");

            migrationBuilder.DropColumn(name: "RecordingOffAt", table: "HubMeeting");

            migrationBuilder.DropColumn(name: "StartedByName", table: "HubMeeting");

            migrationBuilder.DropColumn(name: "WrittenUpAt", table: "HubMeeting");

            migrationBuilder.DropColumn(name: "WrittenUpByName", table: "HubMeeting");

            migrationBuilder.DropColumn(name: "SheetId", table: "ConfidentialitySignature");

            migrationBuilder.DropColumn(name: "ByTelephone", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "InterpretsForId", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "InterpretsForName", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "LetInAt", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "LetInByName", table: "AttendanceEntry");

            migrationBuilder.DropColumn(name: "WaitsItemId", table: "AttendanceEntry");
        }
    }
}
