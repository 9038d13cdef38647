using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Report",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IssuedByName = table.Column<string>(type: "TEXT", nullable: false),
                    AloneBecause = table.Column<string>(type: "TEXT", nullable: false),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false),
                    Details_From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_MeetingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_Reader = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Title = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Report", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Report_GovernanceBody_BodyId",
                        column: x => x.BodyId,
                        principalTable: "GovernanceBody",
                        principalColumn: "Id"
                    );
                    table.ForeignKey(
                        name: "FK_Report_PartnershipPlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "PartnershipPlan",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReportPresenter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Post = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportPresenter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportPresenter_Organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ReportPresenter_Report_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Report",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReportSection",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    TableContent = table.Column<string>(type: "TEXT", nullable: false),
                    Prompt = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Heading = table.Column<string>(type: "TEXT", nullable: false),
                    Details_IsPart = table.Column<bool>(type: "INTEGER", nullable: false),
                    Details_Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportSection_Report_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Report",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Report_BodyId",
                table: "Report",
                column: "BodyId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Report_PlanId",
                table: "Report",
                column: "PlanId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportPresenter_OrganisationId",
                table: "ReportPresenter",
                column: "OrganisationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportPresenter_ReportId",
                table: "ReportPresenter",
                column: "ReportId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReportSection_ReportId_Order",
                table: "ReportSection",
                columns: new[] { "ReportId", "Order" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ReportPresenter");

            migrationBuilder.DropTable(name: "ReportSection");

            migrationBuilder.DropTable(name: "Report");
        }
    }
}
