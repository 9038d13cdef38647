using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MailInAndUndo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ActionAttachment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                name: "IncomingMessage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    NameMark = table.Column<string>(type: "TEXT", nullable: false),
                    AddedByName = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TakenByName = table.Column<string>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Because = table.Column<string>(type: "TEXT", nullable: false),
                    BecameId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Became = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TriedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                name: "TakenMail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UidValidity = table.Column<long>(type: "INTEGER", nullable: false),
                    Uid = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TakenMail", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "IncomingFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                name: "IX_TakenMail_UidValidity_Uid",
                table: "TakenMail",
                columns: new[] { "UidValidity", "Uid" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ActionAttachment");

            migrationBuilder.DropTable(name: "IncomingFile");

            migrationBuilder.DropTable(name: "MailboxState");

            migrationBuilder.DropTable(name: "MeetingDeed");

            migrationBuilder.DropTable(name: "TakenMail");

            migrationBuilder.DropTable(name: "IncomingMessage");
        }
    }
}
