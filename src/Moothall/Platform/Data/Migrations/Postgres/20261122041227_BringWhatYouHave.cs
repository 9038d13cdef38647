using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Postgres
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
