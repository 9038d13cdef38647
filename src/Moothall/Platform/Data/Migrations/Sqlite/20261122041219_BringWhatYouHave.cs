using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BringWhatYouHave : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OldReference",
                table: "HubCase",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "SearchOldReference",
                table: "HubCase",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AlterColumn<Guid>(
                name: "MeetingId",
                table: "HubAction",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT"
            );

            migrationBuilder.CreateTable(
                name: "HubImport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RowsRead = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsWritten = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsRefused = table.Column<int>(type: "INTEGER", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneByName = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneBecause = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Answers = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportDraft", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "PastMinutes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    BroughtAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                name: "ImportedRecord",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "IX_HubCase_SearchOldReference",
                table: "HubCase",
                column: "SearchOldReference"
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
                name: "IX_PastMinutes_BodyId_HeldOn",
                table: "PastMinutes",
                columns: new[] { "BodyId", "HeldOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PastMinutes_FileId",
                table: "PastMinutes",
                column: "FileId"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ImportDraft");

            migrationBuilder.DropTable(name: "ImportedRecord");

            migrationBuilder.DropTable(name: "PastMinutes");

            migrationBuilder.DropTable(name: "HubImport");

            migrationBuilder.DropIndex(name: "IX_HubCase_SearchOldReference", table: "HubCase");

            migrationBuilder.DropColumn(name: "OldReference", table: "HubCase");

            migrationBuilder.DropColumn(name: "SearchOldReference", table: "HubCase");

            migrationBuilder.AlterColumn<Guid>(
                name: "MeetingId",
                table: "HubAction",
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
