using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ActionPriorities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ActionChange",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ActionId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionChange", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionChange_HubAction_ActionId",
                        column: x => x.ActionId,
                        principalTable: "HubAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ActionPriority",
                columns: table => new
                {
                    HubActionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PrioritiesId = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ActionPriority",
                        x => new { x.HubActionId, x.PrioritiesId }
                    );
                    table.ForeignKey(
                        name: "FK_ActionPriority_HubAction_HubActionId",
                        column: x => x.HubActionId,
                        principalTable: "HubAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ActionPriority_Priority_PrioritiesId",
                        column: x => x.PrioritiesId,
                        principalTable: "Priority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ActionChange_ActionId",
                table: "ActionChange",
                column: "ActionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ActionPriority_PrioritiesId",
                table: "ActionPriority",
                column: "PrioritiesId"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ActionChange");

            migrationBuilder.DropTable(name: "ActionPriority");
        }
    }
}
