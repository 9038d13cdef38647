using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Calendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CalendarFeed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Details_Audience = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: true
                    ),
                    Details_Ends = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Details_Evaluation = table.Column<string>(type: "TEXT", nullable: false),
                    Details_First = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_For = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Last = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_Materials = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Messages = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Partners = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Places = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Starts = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Details_Title = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Type = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CalledOffBecause = table.Column<string>(type: "TEXT", nullable: false),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false),
                    Details_Counted = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Done = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    Details_EvidenceSource = table.Column<string>(type: "TEXT", nullable: false),
                    Details_EvidenceYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Details_From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_Kind = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: true
                    ),
                    Details_OnCalendar = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: false
                    ),
                    Details_OtherPartners = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Output = table.Column<int>(type: "INTEGER", nullable: true),
                    Details_PublicMessage = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Reached = table.Column<int>(type: "INTEGER", nullable: true),
                    Details_Result = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Title = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_Where = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Who = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                name: "InitiativeAction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanActionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                name: "InitiativeFunder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Pence = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PriorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "CalendarFeed");

            migrationBuilder.DropTable(name: "CalendarOccasion");

            migrationBuilder.DropTable(name: "InitiativeAction");

            migrationBuilder.DropTable(name: "InitiativeFunder");

            migrationBuilder.DropTable(name: "InitiativePartner");

            migrationBuilder.DropTable(name: "InitiativePriority");

            migrationBuilder.DropTable(name: "Initiative");
        }
    }
}
