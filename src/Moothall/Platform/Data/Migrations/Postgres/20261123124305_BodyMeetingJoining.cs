using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BodyMeetingJoining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Details_Joining",
                table: "BodyMeeting",
                type: "text",
                nullable: false,
                defaultValue: ""
            );
            // Until now the link of an online meeting stood where the venue stands, which more people read.
            migrationBuilder.Sql(
                """
                UPDATE "BodyMeeting" SET "Details_Joining" = "Details_Place", "Details_Place" = ''
                WHERE "Details_Mode" <> 'InPerson'
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Details_Joining", table: "BodyMeeting");
        }
    }
}
