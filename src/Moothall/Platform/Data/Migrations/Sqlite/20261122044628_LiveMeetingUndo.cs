using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LiveMeetingUndo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "MinutesId",
                table: "NotCirculated",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT"
            );

            migrationBuilder.AddColumn<Guid>(
                name: "SheetId",
                table: "NotCirculated",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<DateTime>(
                name: "Acceptance_At",
                table: "HubAction",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Acceptance_Because",
                table: "HubAction",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "Acceptance_ByName",
                table: "HubAction",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "Acceptance_Received_By",
                table: "HubAction",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Acceptance_Received_From",
                table: "HubAction",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "Acceptance_Received_On",
                table: "HubAction",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Acceptance_State",
                table: "HubAction",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AlterColumn<Guid>(
                name: "MinutesId",
                table: "CirculationCopy",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT"
            );

            migrationBuilder.AddColumn<Guid>(
                name: "SheetId",
                table: "CirculationCopy",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "AgencySheet",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MembershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencySheet", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "MeetingDeed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Records = table.Column<string>(type: "TEXT", nullable: false),
                    LedTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseWas = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RemovalWasRecommended = table.Column<bool>(type: "INTEGER", nullable: false),
                    CarriedBefore = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MembershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Because = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OnPaper", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "SentLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentLine", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_CirculationCopy_SheetId_UserId",
                table: "CirculationCopy",
                columns: new[] { "SheetId", "UserId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_AgencySheet_MeetingId_MembershipId_Kind",
                table: "AgencySheet",
                columns: new[] { "MeetingId", "MembershipId", "Kind" },
                unique: true
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
                name: "IX_SentLine_AttemptId",
                table: "SentLine",
                column: "AttemptId"
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

            migrationBuilder.DropTable(name: "AgencySheet");

            migrationBuilder.DropTable(name: "MeetingDeed");

            migrationBuilder.DropTable(name: "OnPaper");

            migrationBuilder.DropTable(name: "SentLine");

            migrationBuilder.DropIndex(
                name: "IX_CirculationCopy_SheetId_UserId",
                table: "CirculationCopy"
            );

            migrationBuilder.DropColumn(name: "SheetId", table: "NotCirculated");

            migrationBuilder.DropColumn(name: "Acceptance_At", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_Because", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_ByName", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_Received_By", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_Received_From", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_Received_On", table: "HubAction");

            migrationBuilder.DropColumn(name: "Acceptance_State", table: "HubAction");

            migrationBuilder.DropColumn(name: "SheetId", table: "CirculationCopy");

            migrationBuilder.AlterColumn<Guid>(
                name: "MinutesId",
                table: "NotCirculated",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true
            );

            migrationBuilder.AlterColumn<Guid>(
                name: "MinutesId",
                table: "CirculationCopy",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true
            );
        }
    }
}
