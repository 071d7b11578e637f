/** Files that are never read: other people's code, what tools write, and what is not text. `exclude:` of the configuration adds to them. */
export const DEFAULT_EXCLUDE: readonly string[] = [
  '**/.git/**',
  '**/.hg/**',
  '**/.svn/**',
  '**/node_modules/**',
  '**/bower_components/**',
  '**/.venv/**',
  '**/__pycache__/**',
  '**/*.{min.js,min.mjs,min.css,map,tsbuildinfo,snap}',
  '**/{package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,deno.lock}',
  '**/{Cargo,poetry,Pipfile,composer,Gemfile,mix,pubspec,flake,uv,pdm}.lock',
  '**/{go.sum,gradle.lockfile,packages.lock.json,Package.resolved}',
  '**/*.{png,jpg,jpeg,gif,bmp,ico,icns,webp,avif,tif,tiff,psd,ai,eps,heic}',
  '**/*.{mp3,wav,ogg,flac,m4a,mp4,m4v,mov,avi,mkv,webm,wmv}',
  '**/*.{woff,woff2,ttf,otf,eot}',
  '**/*.{zip,gz,tgz,bz2,xz,zst,7z,rar,tar,jar,war,ear,aar,whl,egg,gem,nupkg,vsix,deb,rpm,dmg,iso,apk,ipa,crx}',
  '**/*.{exe,dll,so,dylib,a,o,obj,lib,pdb,class,pyc,pyo,wasm,node,bin,dat,elf,hex}',
  '**/*.{pdf,doc,docx,xls,ppt,pptx,odt,ods,odp}',
  '**/*.{db,sqlite,sqlite3,mdb,parquet,arrow,npy,npz,pkl,pt,onnx,h5,hdf5,glb,fbx,blend}',
];

/** The globs of `documents` where the configuration names none. */
export const DEFAULT_DOCUMENTS: readonly string[] = ['**/*.md', '**/*.markdown'];

/**
 * What the default globs of `documents` leave out: files for a forge, records of releases, and forms to be filled in.
 * A glob of the project's own takes whatever it matches, these included.
 */
export const NO_DOCUMENTS: readonly string[] = [
  '**/.github/**',
  '**/{CHANGELOG,Changelog,changelog,CHANGES,Changes,HISTORY,History}*',
  '**/{template,templates,Template,Templates,_template,_templates,.templates}/**',
  '**/{template,Template,TEMPLATE,*[-_. ]template,*[-_. ]Template,*[-_. ]TEMPLATE}.{md,markdown}',
];
