using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Scrutiny : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "InformationRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Details_Asked = table.Column<string>(type: "TEXT", nullable: false),
                    Details_AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_By = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_Committee = table.Column<string>(type: "TEXT", nullable: false),
                    Release_Given = table.Column<string>(type: "TEXT", nullable: false),
                    Release_GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Release_Left = table.Column<string>(type: "TEXT", nullable: false),
                    Release_Naming = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: true
                    ),
                    Release_Prejudice = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: true
                    ),
                    Release_RestOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Release_WhichPrejudice = table.Column<string>(type: "TEXT", nullable: false),
                    Release_WhyNaming = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InformationRequest", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ScrutinyReview",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false),
                    Details_Committee = table.Column<string>(type: "TEXT", nullable: false),
                    Details_IsAnnual = table.Column<bool>(type: "INTEGER", nullable: true),
                    Details_MeetsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_Minutes = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Said = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Status = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: true
                    ),
                    Details_Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrutinyReview", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ReviewPresenter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Post = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewPresenter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewPresenter_Organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ReviewPresenter_ScrutinyReview_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "ScrutinyReview",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ScrutinyRecommendation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplyBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedBecause = table.Column<string>(type: "TEXT", nullable: false),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false),
                    Details_Action = table.Column<string>(type: "TEXT", nullable: false),
                    Details_DatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_GoverningBody = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Kind = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: true
                    ),
                    Details_Number = table.Column<string>(type: "TEXT", nullable: false),
                    Details_ReferredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_Report = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Target = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrutinyRecommendation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScrutinyRecommendation_Organisation_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Organisation",
                        principalColumn: "Id"
                    );
                    table.ForeignKey(
                        name: "FK_ScrutinyRecommendation_Organisation_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Organisation",
                        principalColumn: "Id"
                    );
                    table.ForeignKey(
                        name: "FK_ScrutinyRecommendation_ScrutinyReview_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "ScrutinyReview",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RecommendationNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecommendationNote_ScrutinyRecommendation_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "ScrutinyRecommendation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ScrutinyReply",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Answer = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: true
                    ),
                    Details_Proposed = table.Column<string>(type: "TEXT", nullable: false),
                    Details_RepliedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Details_Words = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrutinyReply", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScrutinyReply_Organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ScrutinyReply_ScrutinyRecommendation_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "ScrutinyRecommendation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationNote_RecommendationId_At",
                table: "RecommendationNote",
                columns: new[] { "RecommendationId", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPresenter_OrganisationId",
                table: "ReviewPresenter",
                column: "OrganisationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPresenter_ReviewId",
                table: "ReviewPresenter",
                column: "ReviewId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScrutinyRecommendation_OwnerId",
                table: "ScrutinyRecommendation",
                column: "OwnerId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScrutinyRecommendation_PartnerId",
                table: "ScrutinyRecommendation",
                column: "PartnerId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScrutinyRecommendation_ReviewId",
                table: "ScrutinyRecommendation",
                column: "ReviewId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScrutinyRecommendation_Status",
                table: "ScrutinyRecommendation",
                column: "Status"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScrutinyReply_OrganisationId",
                table: "ScrutinyReply",
                column: "OrganisationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScrutinyReply_RecommendationId_OrganisationId",
                table: "ScrutinyReply",
                columns: new[] { "RecommendationId", "OrganisationId" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "InformationRequest");

            migrationBuilder.DropTable(name: "RecommendationNote");

            migrationBuilder.DropTable(name: "ReviewPresenter");

            migrationBuilder.DropTable(name: "ScrutinyReply");

            migrationBuilder.DropTable(name: "ScrutinyRecommendation");

            migrationBuilder.DropTable(name: "ScrutinyReview");
        }
    }
}
