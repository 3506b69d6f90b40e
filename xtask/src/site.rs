//! Puts the site together: `www/site`, the built package under `olievlek/`, the iframe pages under `embed/`.

use anyhow::Result;

use crate::files;
use crate::project::Project;

/// Writes `target/site` anew. The pages know the package by its published names only, as a partner's page does.
pub(crate) fn assemble(project: &Project) -> Result<()> {
    let site = project.site();
    files::remove_all(&site)?;
    files::copy_all(&project.root.join("www/site"), &site)?;
    files::copy_all(&project.dist(), &site.join("olievlek"))?;
    files::copy_all(&project.root.join("www/embed"), &site.join("embed"))
}
