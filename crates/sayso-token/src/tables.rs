// DO NOT EDIT. Written by:
//
//     cargo xtask generate token

use crate::lexicon::Abbreviation;

pub(crate) static ABBREVIATIONS: &[(u64, Abbreviation, bool)] = &[
    (0x6163, Abbreviation::Always, false),             // ca
    (0x6167, Abbreviation::AfterComma, true),          // ga
    (0x616c, Abbreviation::AfterComma, true),          // la
    (0x6170, Abbreviation::AfterComma, true),          // pa
    (0x6176, Abbreviation::Always, true),              // va
    (0x626c, Abbreviation::Always, false),             // lb
    (0x6465, Abbreviation::Always, false),             // ed
    (0x646d, Abbreviation::AfterComma, true),          // md
    (0x6472, Abbreviation::Always, true),              // rd
    (0x656d, Abbreviation::AfterComma, true),          // me
    (0x6663, Abbreviation::Always, false),             // cf
    (0x6863, Abbreviation::BeforeNumber, false),       // ch
    (0x6c61, Abbreviation::Always, false),             // al
    (0x6f63, Abbreviation::Always, true),              // co
    (0x6f6d, Abbreviation::AfterComma, true),          // mo
    (0x6f6e, Abbreviation::BeforeNumber, false),       // no
    (0x7070, Abbreviation::BeforeNumber, false),       // pp
    (0x7165, Abbreviation::BeforeNumber, false),       // eq
    (0x7173, Abbreviation::Always, false),             // sq
    (0x7264, Abbreviation::Always, true),              // dr
    (0x726a, Abbreviation::Always, true),              // jr
    (0x726d, Abbreviation::Always, true),              // mr
    (0x7273, Abbreviation::Always, true),              // sr
    (0x736d, Abbreviation::Always, true),              // ms
    (0x7376, Abbreviation::Always, false),             // vs
    (0x7466, Abbreviation::Always, true),              // ft
    (0x746c, Abbreviation::Always, true),              // lt
    (0x746d, Abbreviation::Always, true),              // mt
    (0x7473, Abbreviation::Always, true),              // st
    (0x7476, Abbreviation::AfterComma, true),          // vt
    (0x786d, Abbreviation::Always, true),              // mx
    (0x796b, Abbreviation::AfterComma, true),          // ky
    (0x7a6f, Abbreviation::Always, false),             // oz
    (0x616c61, Abbreviation::Always, true),            // ala
    (0x616c66, Abbreviation::Always, true),            // fla
    (0x626566, Abbreviation::Always, true),            // feb
    (0x62656e, Abbreviation::AfterComma, true),        // neb
    (0x626d61, Abbreviation::Always, true),            // amb
    (0x636564, Abbreviation::Always, true),            // dec
    (0x636573, Abbreviation::BeforeNumber, false),     // sec
    (0x636670, Abbreviation::Always, true),            // pfc
    (0x636e69, Abbreviation::Always, true),            // inc
    (0x637465, Abbreviation::Inside, false),           // etc
    (0x646577, Abbreviation::Always, true),            // wed
    (0x646e69, Abbreviation::AfterComma, true),        // ind
    (0x64746c, Abbreviation::Always, true),            // ltd
    (0x656d6d, Abbreviation::Always, true),            // mme
    (0x65726f, Abbreviation::AfterComma, true),        // ore
    (0x657473, Abbreviation::Always, true),            // ste
    (0x657574, Abbreviation::BeforeDate, true),        // tue
    (0x657661, Abbreviation::Always, true),            // ave
    (0x676966, Abbreviation::BeforeNumber, false),     // fig
    (0x677561, Abbreviation::Always, true),            // aug
    (0x697266, Abbreviation::Always, true),            // fri
    (0x6a616d, Abbreviation::Always, true),            // maj
    (0x6b7261, Abbreviation::AfterComma, true),        // ark
    (0x6c6163, Abbreviation::AfterComma, true),        // cal
    (0x6c6564, Abbreviation::AfterComma, true),        // del
    (0x6c6574, Abbreviation::Always, false),           // tel
    (0x6c6c69, Abbreviation::AfterComma, true),        // ill
    (0x6c6f63, Abbreviation::Always, true),            // col
    (0x6c6f76, Abbreviation::Always, false),           // vol
    (0x6c7063, Abbreviation::Always, true),            // cpl
    (0x6c756a, Abbreviation::BeforeDate, true),        // jul
    (0x6d6461, Abbreviation::Always, true),            // adm
    (0x6e616a, Abbreviation::BeforeDate, true),        // jan
    (0x6e616b, Abbreviation::Always, true),            // kan
    (0x6e6567, Abbreviation::Always, true),            // gen
    (0x6e6573, Abbreviation::Always, true),            // sen
    (0x6e6f68, Abbreviation::Always, true),            // hon
    (0x6e6f6d, Abbreviation::BeforeDate, true),        // mon
    (0x6e756a, Abbreviation::BeforeDate, true),        // jun
    (0x6e7573, Abbreviation::BeforeDate, true),        // sun
    (0x6f7977, Abbreviation::Always, true),            // wyo
    (0x706572, Abbreviation::Always, true),            // rep
    (0x706573, Abbreviation::Always, true),            // sep
    (0x707365, Abbreviation::Always, false),           // esp
    (0x717365, Abbreviation::Always, true),            // esq
    (0x72616d, Abbreviation::BeforeDate, true),        // mar
    (0x726576, Abbreviation::BeforeNumber, false),     // ver
    (0x727061, Abbreviation::BeforeDate, true),        // apr
    (0x73626c, Abbreviation::Always, false),           // lbs
    (0x736465, Abbreviation::Always, false),           // eds
    (0x736977, Abbreviation::Always, true),            // wis
    (0x736f63, Abbreviation::Always, true),            // cos
    (0x736f6e, Abbreviation::BeforeNumber, false),     // nos
    (0x737165, Abbreviation::BeforeNumber, false),     // eqs
    (0x737264, Abbreviation::Always, true),            // drs
    (0x73726d, Abbreviation::Always, true),            // mrs
    (0x737279, Abbreviation::Always, false),           // yrs
    (0x746173, Abbreviation::BeforeDate, true),        // sat
    (0x74636f, Abbreviation::Always, true),            // oct
    (0x746564, Abbreviation::Always, true),            // det
    (0x746773, Abbreviation::Always, true),            // sgt
    (0x747063, Abbreviation::Always, true),            // cpt
    (0x747261, Abbreviation::BeforeNumber, false),     // art
    (0x747670, Abbreviation::Always, true),            // pvt
    (0x747865, Abbreviation::Always, false),           // ext
    (0x76656e, Abbreviation::AfterComma, true),        // nev
    (0x766572, Abbreviation::Always, true),            // rev
    (0x766964, Abbreviation::BeforeNumber, false),     // div
    (0x766f67, Abbreviation::Always, true),            // gov
    (0x766f6e, Abbreviation::Always, true),            // nov
    (0x786574, Abbreviation::Always, true),            // tex
    (0x797768, Abbreviation::Always, true),            // hwy
    (0x7a6976, Abbreviation::Always, false),           // viz
    (0x616c6b6f, Abbreviation::Always, true),          // okla
    (0x61726170, Abbreviation::BeforeNumber, false),   // para
    (0x64766c62, Abbreviation::Always, true),          // blvd
    (0x656c6c6d, Abbreviation::Always, true),          // mlle
    (0x666f7270, Abbreviation::Always, true),          // prof
    (0x67697262, Abbreviation::Always, true),          // brig
    (0x6863696d, Abbreviation::Always, true),          // mich
    (0x68736177, Abbreviation::AfterComma, true),      // wash
    (0x6c636e69, Abbreviation::Always, false),         // incl
    (0x6c746e69, Abbreviation::Always, true),          // intl
    (0x6e6e6570, Abbreviation::AfterComma, true),      // penn
    (0x6e6e6574, Abbreviation::Always, true),          // tenn
    (0x6e6e696d, Abbreviation::Always, true),          // minn
    (0x6e6e6f63, Abbreviation::Always, true),          // conn
    (0x6e737361, Abbreviation::Always, true),          // assn
    (0x6e747461, Abbreviation::Always, false),         // attn
    (0x6f6c6f63, Abbreviation::Always, true),          // colo
    (0x70726f63, Abbreviation::Always, true),          // corp
    (0x70736e69, Abbreviation::Always, true),          // insp
    (0x72646d63, Abbreviation::Always, true),          // cmdr
    (0x7267736d, Abbreviation::Always, true),          // msgr
    (0x72756874, Abbreviation::Always, true),          // thur
    (0x73656d6d, Abbreviation::Always, true),          // mmes
    (0x73657574, Abbreviation::Always, true),          // tues
    (0x73676966, Abbreviation::BeforeNumber, false),   // figs
    (0x736c6f63, Abbreviation::Always, true),          // cols
    (0x736c6f76, Abbreviation::Always, false),         // vols
    (0x736e6567, Abbreviation::Always, true),          // gens
    (0x736e6573, Abbreviation::Always, true),          // sens
    (0x736f7262, Abbreviation::Always, true),          // bros
    (0x73706572, Abbreviation::Always, true),          // reps
    (0x7373616d, Abbreviation::AfterComma, true),      // mass
    (0x7373696d, Abbreviation::AfterComma, true),      // miss
    (0x73766572, Abbreviation::Always, true),          // revs
    (0x73766f67, Abbreviation::Always, true),          // govs
    (0x746e6f6d, Abbreviation::Always, true),          // mont
    (0x74706163, Abbreviation::Always, true),          // capt
    (0x74706564, Abbreviation::Always, true),          // dept
    (0x74706573, Abbreviation::Always, true),          // sept
    (0x74707573, Abbreviation::Always, true),          // supt
    (0x74737361, Abbreviation::Always, true),          // asst
    (0x74766f67, Abbreviation::Always, true),          // govt
    (0x76696e75, Abbreviation::Always, true),          // univ
    (0x79747461, Abbreviation::Always, true),          // atty
    (0x79776b70, Abbreviation::Always, true),          // pkwy
    (0x7a697261, Abbreviation::Always, true),          // ariz
    (0x636f737361, Abbreviation::Always, true),        // assoc
    (0x66696c6163, Abbreviation::Always, true),        // calif
    (0x72646d6f63, Abbreviation::Always, true),        // comdr
    (0x7361726170, Abbreviation::BeforeNumber, false), // paras
    (0x73666f7270, Abbreviation::Always, true),        // profs
    (0x736e617274, Abbreviation::Always, false),       // trans
    (0x7372756874, Abbreviation::Always, true),        // thurs
    (0x7379747461, Abbreviation::Always, true),        // attys
    (0x73727373656d, Abbreviation::Always, true),      // messrs
    (0x786f72707061, Abbreviation::Always, false),     // approx
];

pub(crate) static PREFIXES: &[u64] = &[
    0x65,             // e
    0x6261,           // ab
    0x6562,           // be
    0x6564,           // de
    0x6572,           // re
    0x6962,           // bi
    0x6c69,           // il
    0x6d69,           // im
    0x6e75,           // un
    0x6f63,           // co
    0x7865,           // ex
    0x627573,         // sub
    0x64696d,         // mid
    0x657270,         // pre
    0x696e75,         // uni
    0x697274,         // tri
    0x6c616d,         // mal
    0x6e6f6e,         // non
    0x6f6567,         // geo
    0x6f656e,         // neo
    0x6f6962,         // bio
    0x6f7270,         // pro
    0x6f7369,         // iso
    0x726570,         // per
    0x736964,         // dis
    0x73696d,         // mis
    0x6167656d,       // mega
    0x61726170,       // para
    0x6174656d,       // meta
    0x656c6574,       // tele
    0x65726f66,       // fore
    0x65746e61,       // ante
    0x68637261,       // arch
    0x696d6573,       // semi
    0x696e696d,       // mini
    0x69726570,       // peri
    0x69746e61,       // anti
    0x6f6d6f68,       // homo
    0x6f6e6f6d,       // mono
    0x6f726561,       // aero
    0x6f726761,       // agro
    0x6f747561,       // auto
    0x7265766f,       // over
    0x74736f70,       // post
    0x796c6f70,       // poly
    0x6172666e69,     // infra
    0x6172707573,     // supra
    0x6172746c75,     // ultra
    0x6172746e69,     // intra
    0x6172747865,     // extra
    0x69746c756d,     // multi
    0x6f69636f73,     // socio
    0x6f7263616d,     // macro
    0x6f7263696d,     // micro
    0x6f7275656e,     // neuro
    0x6f746f7270,     // proto
    0x7265627963,     // cyber
    0x7265646e75,     // under
    0x7265707573,     // super
    0x7265707968,     // hyper
    0x7265746e69,     // inter
    0x736e617274,     // trans
    0x73736f7263,     // cross
    0x6172746e6f63,   // contra
    0x6d7563726963,   // circum
    0x6f6475657370,   // pseudo
    0x6f6863797370,   // psycho
    0x6f7265746568,   // hetero
    0x6f727463656c65, // electro
    0x7265746e756f63, // counter
];

pub(crate) static SUFFIXES: &[u64] = &[
    0x687369,     // ish
    0x616d6172,   // rama
    0x65736977,   // wise
    0x65747465,   // ette
    0x73697469,   // itis
    0x7373656c,   // less
    0x6575717365, // esque
];

pub(crate) static CLIPPED_STARTS: &[u64] = &[
    0x6e,         // n
    0x6d65,       // em
    0x657265,     // ere
    0x6c6974,     // til
    0x736974,     // tis
    0x736f63,     // cos
    0x7a6f63,     // coz
    0x7a7563,     // cuz
    0x6666756e,   // nuff
    0x6c6c6974,   // till
    0x73617774,   // twas
    0x74756f62,   // bout
    0x646e756f72, // round
    0x6573756163, // cause
    0x687461656e, // neath
];

pub(crate) static CLIPPED_ENDS: &[u64] = &[
    0x6e,               // n
    0x6874,             // th
    0x6c6f,             // ol
    0x6e696562,         // bein
    0x6e696f64,         // doin
    0x6e696f67,         // goin
    0x6e697375,         // usin
    0x6e697964,         // dyin
    0x6e69796c,         // lyin
    0x6e69656573,       // seein
    0x6e696b616d,       // makin
    0x6e696b6174,       // takin
    0x6e696b7361,       // askin
    0x6e696d6f63,       // comin
    0x6e69766168,       // havin
    0x6e69766967,       // givin
    0x6e6976696c,       // livin
    0x6e69766f6c,       // lovin
    0x6e69796173,       // sayin
    0x6e69797263,       // cryin
    0x6e69797274,       // tryin
    0x6e69636e6164,     // dancin
    0x6e696464696b,     // kiddin
    0x6e69676e6973,     // singin
    0x6e6968736966,     // fishin
    0x6e6968746f6e,     // nothin
    0x6e696b636f72,     // rockin
    0x6e696b637566,     // fuckin
    0x6e696b6c6174,     // talkin
    0x6e696b6c6177,     // walkin
    0x6e696b6f6f63,     // cookin
    0x6e696b6f6f6c,     // lookin
    0x6e696b726f77,     // workin
    0x6e696c656566,     // feelin
    0x6e696c6c6574,     // tellin
    0x6e696c6c696b,     // killin
    0x6e696c6c6f72,     // rollin
    0x6e696c726164,     // darlin
    0x6e696e657665,     // evenin
    0x6e696e6e7572,     // runnin
    0x6e696e726f6d,     // mornin
    0x6e697065656b,     // keepin
    0x6e697373656d,     // messin
    0x6e6974696177,     // waitin
    0x6e69746e7568,     // huntin
    0x6e6974746567,     // gettin
    0x6e6974746973,     // sittin
    0x6e6974747570,     // puttin
    0x6e6976697264,     // drivin
    0x6e6979616c70,     // playin
    0x6e696874796e61,   // anythin
    0x6e696b6e696874,   // thinkin
    0x6e696874656d6f73, // somethin
];

pub(crate) static STARTS: &[u64] = &[
    0x61,               // a
    0x69,               // i
    0x6568,             // he
    0x6577,             // we
    0x6669,             // if
    0x6e61,             // an
    0x6e69,             // in
    0x6e6f,             // on
    0x6f6e,             // no
    0x6f73,             // so
    0x726f,             // or
    0x7361,             // as
    0x7461,             // at
    0x7469,             // it
    0x7962,             // by
    0x796d,             // my
    0x646e61,           // and
    0x656873,           // she
    0x656874,           // the
    0x6c6c61,           // all
    0x6f6877,           // who
    0x726568,           // her
    0x726f66,           // for
    0x72756f,           // our
    0x736968,           // his
    0x737469,           // its
    0x746579,           // yet
    0x746f6e,           // not
    0x747562,           // but
    0x756f79,           // you
    0x776f68,           // how
    0x796877,           // why
    0x656d6f73,         // some
    0x65726568,         // here
    0x68746977,         // with
    0x6d6f7266,         // from
    0x6e656874,         // then
    0x6e656877,         // when
    0x6f736c61,         // also
    0x72756f79,         // your
    0x73696874,         // this
    0x74616874,         // that
    0x74616877,         // what
    0x74736f6d,         // most
    0x79656874,         // they
    0x796e616d,         // many
    0x65636e6973,       // since
    0x656c696877,       // while
    0x6572656874,       // there
    0x6572656877,       // where
    0x6573656874,       // these
    0x65736f6874,       // those
    0x6863696877,       // which
    0x7265746661,       // after
    0x7269656874,       // their
    0x65726f666562,     // before
    0x6867756f6874,     // though
    0x65737561636562,   // because
    0x72657665776f68,   // however
    0x6867756f68746c61, // although
];

pub(crate) static DEGREES: &[u64] = &[
    0x63732e62,     // b.sc
    0x63732e64,     // d.sc
    0x63732e6d,     // m.sc
    0x642e6465,     // ed.d
    0x642e6870,     // ph.d
    0x64652e62,     // b.ed
    0x64652e6d,     // m.ed
    0x642e797370,   // psy.d
    0x676e652e62,   // b.eng
    0x676e652e6d,   // m.eng
    0x642e7474696c, // litt.d
    0x686365742e62, // b.tech
    0x686365742e6d, // m.tech
    0x6c6968702e64, // d.phil
    0x6c6968702e6d, // m.phil
];

pub(crate) static CONTRACTIONS: &[(u64, u8)] = &[
    (0x6d69, 1),             // im
    (0x657669, 1),           // ive
    (0x6f6e6e, 1),           // nno
    (0x736568, 2),           // hes
    (0x65766577, 2),         // weve
    (0x73656873, 3),         // shes
    (0x746e6163, 2),         // cant
    (0x746e6961, 2),         // aint
    (0x746e6f64, 2),         // dont
    (0x746e6f77, 2),         // wont
    (0x746e7369, 2),         // isnt
    (0x616e6e6177, 3),       // wanna
    (0x616e6e6f67, 3),       // gonna
    (0x6174746f67, 3),       // gotta
    (0x6174746f6c, 3),       // lotta
    (0x617474756f, 3),       // outta
    (0x656d6d656c, 3),       // lemme
    (0x656d6d6967, 3),       // gimme
    (0x6572756f79, 3),       // youre
    (0x6576756f79, 3),       // youve
    (0x6c6c756f79, 3),       // youll
    (0x6f6e6e7564, 2),       // dunno
    (0x7374616874, 4),       // thats
    (0x7374616877, 4),       // whats
    (0x746e646168, 3),       // hadnt
    (0x746e646964, 3),       // didnt
    (0x746e657261, 3),       // arent
    (0x746e736168, 3),       // hasnt
    (0x746e736177, 3),       // wasnt
    (0x657279656874, 4),     // theyre
    (0x657679656874, 4),     // theyve
    (0x736572656874, 5),     // theres
    (0x746e65726577, 4),     // werent
    (0x746e65766168, 4),     // havent
    (0x746e73656f64, 4),     // doesnt
    (0x746f6e6e6163, 3),     // cannot
    (0x746e646c756f63, 5),   // couldnt
    (0x746e646c756f77, 5),   // wouldnt
    (0x746e646c756f6873, 6), // shouldnt
];
